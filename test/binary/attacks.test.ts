import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { digest, KINORA, keptFiles, openPlace, type Place, processesNaming } from "../helpers/kinora.ts";

const ARGS = ["make", "--storyboard", "board.json", "--quality", "480p", "--effort", "draft", "--no-report"];

let place: Place;
let data: string;
/** The film as it is when nothing goes wrong. */
let whole = "";

beforeAll(async () => {
  place = await openPlace();
  const scenes = Array.from({ length: 3 }, (_, index) => ({ narration: `The sea is wide, said number ${index}.`, transition: "cut" }));
  await Bun.write(join(place.folder, "board.json"), JSON.stringify({ title: "", scenes }));
  expect(await place.run([...ARGS, "--quiet"])).toMatchObject({ code: 0, stderr: "" });
  whole = await digest(join(place.folder, "film.mp4"));
  data = place.data;
});
afterAll(() => place.remove());

/** Starts a film with a data folder of its own and waits until scenes are drawn. */
async function startDrawing(name: string, folder = join(place.folder, ".data", name)) {
  const child = place.start([...ARGS, "--json", "--data", folder, "--out", `${name}.mp4`]);
  const reader = child.stdout.getReader();
  let said = "";
  const decoder = new TextDecoder();
  const read = async () => {
    const { value, done } = await reader.read();
    said += value ? decoder.decode(value, { stream: true }) : "";
    return !done;
  };
  while (!said.includes('"stage":"render"') && (await read()));
  const rest = async () => {
    while (await read());
    return said.trim().split("\n").at(-1)!;
  };
  return { child, folder, rest };
}

const again = (name: string, folder: string) => place.run([...ARGS, "--quiet", "--data", folder, "--out", `${name}.mp4`]);
const left = async (name: string) => (await place.files()).filter((file) => file.startsWith(name) || file.startsWith(".kinora"));

describe("a film is whole or not there", () => {
  test("when whoever reads its progress goes away", async () => {
    const folder = join(place.folder, ".data", "pipe");
    const command = `"${KINORA}" ${ARGS.join(" ")} --json --data "${folder}" --out pipe.mp4 | head -n 1`;
    const env = { PATH: process.env.PATH, HOME: place.folder };
    const { stdout, stderr } = Bun.spawnSync(["sh", "-c", command], { cwd: place.folder, env });
    expect(JSON.parse(stdout.toString())).toMatchObject({ event: "progress" });
    expect(stderr.toString()).toBe("");
    expect(await processesNaming(folder)).toEqual([]);
    expect(await left("pipe")).toEqual([]);
  });

  test("when it is killed: no child stays, and the next run sweeps and goes on", async () => {
    const { child, folder } = await startDrawing("killed");
    child.kill("SIGKILL");
    await child.exited;
    while ((await processesNaming(folder)).length > 0) await Bun.sleep(20);
    expect(await readdir(join(folder, "tmp"))).toHaveLength(1);
    expect(await again("killed", folder)).toMatchObject({ code: 0, stderr: "" });
    expect(await readdir(join(folder, "tmp"))).toEqual([]);
    expect(await digest(join(place.folder, "killed.mp4"))).toBe(whole);
  });

  test("when the disk of the data folder fills while scenes are drawn; with room again it goes on", async () => {
    const small = join(place.folder, "small");
    await mkdir(small);
    if (Bun.spawnSync(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", small]).exitCode !== 0) return;
    try {
      const { child, rest } = await startDrawing("full", small);
      Bun.spawnSync(["dd", "if=/dev/zero", `of=${small}/fill`, "bs=1M"]);
      expect(JSON.parse(await rest())).toMatchObject({ event: "failed", error_code: "disk_full" });
      expect(await child.exited).toBe(8);
      expect(await left("full")).toEqual([]);
      expect(await readdir(join(small, "tmp"))).toEqual([]);
      await rm(join(small, "fill"));
      expect(await again("full", small)).toMatchObject({ code: 0, stderr: "" });
      expect(await digest(join(place.folder, "full.mp4"))).toBe(whole);
    } finally {
      Bun.spawnSync(["umount", small]);
    }
  });

  test("when its data folder is taken away: it fails in a sentence, or makes what it lacks", async () => {
    const { child, folder, rest } = await startDrawing("taken");
    await rm(folder, { recursive: true, force: true });
    const last = JSON.parse(await rest());
    if ((await child.exited) !== 0) expect(last).toMatchObject({ event: "failed", error_code: expect.not.stringMatching("internal") });
    expect((await left("taken")).includes("taken.mp4")).toBe(last.event === "completed");
    expect(await again("taken", folder)).toMatchObject({ code: 0, stderr: "" });
    expect(await digest(join(place.folder, "taken.mp4"))).toBe(whole);
  });
});

test("two at once with one data folder and one place for the film do not harm each other", async () => {
  const folder = join(place.folder, ".data", "two");
  const both = await Promise.all([again("two", folder), again("two", folder)]);
  expect(both).toMatchObject([
    { code: 0, stderr: "" },
    { code: 0, stderr: "" },
  ]);
  expect(await digest(join(place.folder, "two.mp4"))).toBe(whole);
  expect(await left("two")).toEqual(["two.jpg", "two.json", "two.mp4", "two.srt", "two.vtt"]);
});

test("kept files that a power cut has spoilt are made again", async () => {
  const [scene] = (await keptFiles(data, "render")).keys();
  const [voice] = (await keptFiles(data, "speak")).keys();
  const spoilt = [join(data, "cache/render", scene!), join(data, "cache/speak", voice!)];
  for (const file of spoilt) await Bun.write(file, new Uint8Array(Bun.file(file).size));
  expect(await again("spoilt", data)).toMatchObject({ code: 0, stderr: "" });
  expect(await digest(join(place.folder, "spoilt.mp4"))).toBe(whole);
});

test("more workers than there are scenes or processors make the same film", async () => {
  const folder = join(place.folder, ".data", "workers");
  const outcome = await place.run([...ARGS, "--quiet", "--workers", "64", "--data", folder, "--out", "workers.mp4"]);
  expect(outcome).toMatchObject({ code: 0, stderr: "" });
  expect(await digest(join(place.folder, "workers.mp4"))).toBe(whole);
});
