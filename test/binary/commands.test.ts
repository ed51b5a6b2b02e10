import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { openPlace, type Place } from "../helpers/kinora.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.remove());

describe("the commands", () => {
  test.each([
    [["--help"], 0, "kinora make"],
    [["--version"], 0, "kinora 0."],
    [["make", "--help"], 0, "--duration-target SECONDS"],
    [["voices"], 0, "flite-slt"],
    [["voices", "--json"], 0, '"id": "espeak-es"'],
    [["styles"], 0, "cinematic"],
    [["doctor"], 0, "✓"],
    [["doctor", "--json"], 0, '"ok": true'],
  ])("%j exits %i and says %j", async (args, code, says) => {
    const outcome = await place.run(args);
    expect(outcome).toMatchObject({ code, stderr: "" });
    expect(outcome.stdout).toContain(says);
  });

  test.each([
    [["sing"], 'There is no command "sing"'],
    [["make", "--nonsense"], "There is no option --nonsense"],
    [["voices", "--nonsense"], "There is no option --nonsense"],
  ])("%j exits 2 and says what is wrong", async (args, says) => {
    const outcome = await place.run(args);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(says);
  });

  test("with nothing to do it shows its help and exits 2", async () => {
    expect(await place.run([])).toMatchObject({ code: 2, stdout: expect.stringContaining("Usage") });
  });
});
