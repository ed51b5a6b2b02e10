import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Means, runCommand } from "../../src/cli/run.ts";
import { makeNoop, startFromSource, stop } from "../client/serving.ts";
import { type Server, untilOver } from "../helpers/server.ts";
import { openSurroundings } from "./surroundings.ts";

let server: Server;
beforeAll(async () => {
  server = await startFromSource();
});
afterAll(() => stop(server));

const never = async () => {
  throw new Error("It is not needed.");
};
const means: Means = { openStudio: never, startEngine: never, diagnose: never, listing: never };

/** Runs a command that finds the server by its data folder. */
async function run(args: string[], more: Parameters<typeof openSurroundings>[0] = {}) {
  const { around, said } = openSurroundings({ env: { HOME: "/h", KINORA_DATA: server.data }, cwd: server.data, ...more });
  return { code: await runCommand(args, around, means), ...said };
}

const lines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const FILM = ["--quality", "480p", "--effort", "draft", "--duration-target", "10"];
const NOWHERE = "01890000-0000-7000-8000-000000000000";

describe("kinora submit", () => {
  test("makes a film, shows how it goes and where it is", async () => {
    const { code, out, err } = await run(["submit", "Tea", ...FILM, "--watch"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const said = out.trim().split("\n");
    expect(said[0]).toMatch(/^[0-9a-f-]{36} {2}number 1 in the queue/);
    expect(out).toMatch(/^\d+ % {2}\w+/m);
    expect(out).toMatch(new RegExp(`^${server.url}/media/.*film\\.mp4 {2}\\d+s, [\\d.]+ MB$`, "m"));
  }, 60_000);

  test("sends all that flags, a script or a storyboard say", async () => {
    const scriptFile = join(server.data, "words.txt");
    await Bun.write(scriptFile, "Rivers begin small.");
    const run_at = "2099-01-01T00:00:00Z";
    const made = await run([
      "submit",
      "--script",
      scriptFile,
      "--captions",
      "pop",
      "--caption-size",
      "1.5",
      "--priority",
      "9",
      "--run-at",
      run_at,
      "--json",
    ]);
    const [{ job_id }] = lines(made.out) as [{ job_id: string }];
    expect((await server.call("GET", `/mcp/status/${job_id}`)).body).toMatchObject({ status: "pending", waiting_for: "time" });
    expect((await server.call("GET", `/mcp/jobs?search=${job_id}`)).body.jobs[0]).toMatchObject({
      prompt: "Rivers begin small.",
      priority: 9,
    });
    await Bun.write(join(server.data, "board.json"), JSON.stringify({ scenes: [{ narration: "Tea is a leaf." }] }));
    const board = await run(["submit", "--storyboard", "board.json", "--run-at", run_at, "--review", "--title", "Tea"]);
    expect(board).toMatchObject({ code: 0, err: "" });
    expect((await run(["cancel", job_id, board.out.slice(0, 36)])).out).toBe(
      `${job_id} is cancelled.\n${board.out.slice(0, 36)} is cancelled.\n`,
    );
  });

  test.each([
    [["submit"], 2, 'Say what the film is about: kinora submit "'],
    [["submit", "Tea", "--script", "x.txt"], 2, "Give only one of a prompt"],
    [["submit", "--script", "none.txt"], 2, "There is no file"],
    [["submit", "Tea", "--priority", "99"], 2, "priority: "],
    [["submit", "Tea", "--no-such"], 2, "There is no option --no-such"],
    [["submit", "Tea", "--server", "nonsense"], 2, "is no address"],
    [["submit", "Tea", "--server", "http://127.0.0.1:1"], 11, "No server answers at http://127.0.0.1:1."],
    [["watch"], 2, "Name one job: kinora watch JOB"],
    [["watch", NOWHERE], 14, "There is no job"],
    [["logs", NOWHERE], 14, "There is no job"],
    [["logs", "a", "b"], 2, "Name one job"],
    [["cancel"], 2, "Name a job"],
    [["cancel", NOWHERE], 14, "There is no job"],
    [["jobs", "--status", "none"], 2, "status"],
    [["jobs", "--limit", "x"], 2, "takes a number"],
  ])("%j exits with %i and says why", async (args, code, why) => {
    const said = await run(args);
    expect(said).toMatchObject({ code, out: "" });
    expect(said.err).toStartWith("kinora: ");
    expect(said.err).toContain(why);
  });
});

describe("kinora jobs", () => {
  test("lists jobs, a line each, harmless to a terminal, or as JSON", async () => {
    const jobId = await makeNoop(server, 0, { prompt: "bees\u001b[31m\nand trees" });
    await untilOver(server, jobId);
    const { code, out } = await run(["jobs", "--search", "bees"]);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${jobId} {2}completed +100% {2}20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d {2}bees`));
    expect(out).not.toContain("\u001b");
    expect(out).toEndWith("\n1 to 1 of 1\n");
    expect(lines((await run(["jobs", "--search", "bees", "--json"])).out)[0]).toMatchObject({ pagination: { total: 1 } });
    expect((await run(["jobs", "--search", "no such words"])).out).toBe("No jobs.\n");
  });
});

describe("kinora watch", () => {
  test("ends with the job, however that ends", async () => {
    const done = await run(["watch", await makeNoop(server, 100)]);
    expect(done).toMatchObject({ code: 0, err: "" });
    expect(done.out).toEndWith("Done.\n");
    const jobId = await makeNoop(server, 60_000);
    const watching = run(["watch", jobId]);
    await run(["cancel", jobId]);
    expect(await watching).toMatchObject({ code: 130, err: "kinora: The job was cancelled.\n" });
  });

  test("tells every event as JSON, and the job at the end", async () => {
    const { code, out } = await run(["watch", await makeNoop(server, 200), "--json"]);
    const told = lines(out);
    expect(code).toBe(0);
    expect(told.at(-1)).toMatchObject({ status: "success", progress: 1 });
    expect(told.some(({ event }) => event === "job_completed")).toBe(true);
  });

  test("is a bar on a terminal, and leaves the job alone when it is interrupted", async () => {
    const jobId = await makeNoop(server, 60_000);
    const stopIt = new AbortController();
    let screen = "";
    const write = (text: string) => {
      screen += text;
      if (text.includes("%")) stopIt.abort();
    };
    const { code } = await run(["watch", jobId], { stdout: { isTTY: true, columns: 100, write }, interrupted: stopIt.signal });
    expect(code).toBe(130);
    expect(screen).toContain("\r\u001b[2K░░");
    expect(screen).toEndWith("\r\u001b[2K");
    expect((await server.call("GET", `/mcp/status/${jobId}`)).body.status).not.toBe("cancelled");
    await run(["cancel", jobId]);
  });
});

describe("kinora logs", () => {
  test("prints what was said, and with -f all that is said until the job is over", async () => {
    const made = await run(["submit", "Rain", ...FILM, "--json"]);
    const [{ job_id }] = lines(made.out) as [{ job_id: string }];
    const followed = await run(["logs", job_id, "-f"]);
    expect(followed.code).toBe(0);
    const all = await run(["logs", job_id]);
    expect(followed.out).toBe(all.out);
    expect(all.out).toMatch(/^20\S+Z INFO {4}plan: /m);
    const json = lines((await run(["logs", job_id, "--level", "info", "--json"])).out);
    expect(json.length).toBeGreaterThan(3);
    expect(new Set(json.map(({ level }) => level))).toEqual(new Set(["INFO"]));
    const after = await run(["logs", job_id, "--after", String(json.at(-2)!.seq), "--level", "info", "--json"]);
    expect(lines(after.out)).toEqual([json.at(-1)!]);
  }, 60_000);
});

describe("the server that is meant", () => {
  test("is the one that is named, in whatever way, else the usual one", async () => {
    const elsewhere = { env: { HOME: "/h" }, cwd: "/" };
    expect((await run(["jobs", "--server", `${server.url}/`], elsewhere)).code).toBe(0);
    expect((await run(["jobs", "--data", server.data], elsewhere)).code).toBe(0);
    const empty = join(server.data, "empty");
    await mkdir(empty);
    const { code, err } = await run(["jobs", "--data", empty], elsewhere);
    expect(code === 0 || err.includes("No server answers at http://127.0.0.1:8080.")).toBe(true);
    await rm(empty, { recursive: true });
  });

  test.each(["jobs", "submit", "watch", "cancel", "logs"])("kinora %s --help says how to name it", async (command) => {
    const { code, out } = await run([command, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: kinora ${command}`);
    expect(out).toContain("--server URL");
  });
});
