import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import { openPlace, type Place } from "../helpers/kinora.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  await Bun.write(join(place.folder, "kinora.toml"), "port = 9100\n[limits]\njobs_per_hour = 5\n");
  await Bun.write(join(place.folder, "typo.toml"), "[limits]\njobs_per_our = 5\n");
});
afterAll(() => place.remove());

describe("settings of the program", () => {
  test("are shown with who set them: flag, variable, the file here, default", async () => {
    const { code, stdout, stderr } = await place.run(["config", "--json", "--host", "0.0.0.0"], {
      env: { KINORA_LIMITS_JOBS_PER_HOUR: "7" },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const rows = JSON.parse(stdout);
    expect(rows).toContainEqual({ setting: "host", value: "0.0.0.0", origin: "--host" });
    expect(rows).toContainEqual({ setting: "port", value: 9100, origin: join(place.folder, "kinora.toml") });
    expect(rows).toContainEqual({ setting: "data", value: place.data, origin: "KINORA_DATA" });
    expect(rows).toContainEqual({ setting: "limits.jobs_per_hour", value: 7, origin: "KINORA_LIMITS_JOBS_PER_HOUR" });
    expect(rows).toContainEqual({ setting: "log.level", value: "info", origin: "default" });
  });

  test.each([
    [["config", "--config", "typo.toml"], 18, "There is no setting limits.jobs_per_our (in "],
    [["serve", "--config", "typo.toml"], 18, "Did you mean limits.jobs_per_hour?"],
    [["serve", "--config", "none.toml"], 18, 'There is no file "none.toml"'],
    [["serve", "--workers", "0"], 18, "workers must be a whole number from 1 to 8, not 0 (set by --workers)."],
    [["serve", "--prot", "1"], 2, "There is no option --prot. Did you mean --port?"],
    [["config", "port"], 2, '"port" is no option'],
  ])("%j is refused with %i", async (args, code, says) => {
    const outcome = await place.run(args);
    expect(outcome).toMatchObject({ code, stdout: "" });
    expect(outcome.stderr).toContain(says);
  });

  test("a variable that sets nothing is told on standard error and stops nothing", async () => {
    const { code, stderr } = await place.run(["config"], { env: { KINORA_PROT: "1", KINORA_BENCH: "1" } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "kinora: The variable KINORA_PROT sets nothing. Did you mean KINORA_PORT?\n" });
  });
});

describe("kinora healthcheck", () => {
  test("exits with 0 only when the server of this machine is ready", async () => {
    let status = 200;
    const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => new Response("busy", { status }) });
    const env = { KINORA_PORT: `${server.port}` };
    expect(await place.run(["healthcheck"], { env })).toEqual({ code: 0, stdout: "ready\n", stderr: "" });
    status = 503;
    expect(await place.run(["healthcheck", "--url", server.url.href])).toMatchObject({ code: 1, stdout: "" });
    await server.stop(true);
    expect(await place.run(["healthcheck"], { env })).toMatchObject({ code: 1, stderr: expect.stringContaining("does not answer") });
  });
});
