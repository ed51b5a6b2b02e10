import { expect, test } from "bun:test";
import { type Means, runCommand } from "../../src/cli/run.ts";
import { KinoraError } from "../../src/domain/error.ts";
import { openSurroundings } from "./surroundings.ts";

const means: Means = {
  openStudio: async () => {
    throw new KinoraError("ffmpeg_missing", "Install FFmpeg.");
  },
  startEngine: async () => {
    throw new KinoraError("address_in_use", "Port 8080 is taken.");
  },
  diagnose: async () => {
    throw new Error("broken");
  },
  listing: async () => ({
    voices: [{ id: "a-voice", language: "en", gender: "female", description: "clear", provider: "x" }],
    styles: [{ name: "cinematic", description: "like a film" }],
  }),
};

test.each([
  [[], 2, "Usage: kinora COMMAND", ""],
  [["--help"], 0, "Usage: kinora COMMAND", ""],
  [["-h"], 0, "Usage: kinora COMMAND", ""],
  [["help"], 0, "Usage: kinora COMMAND", ""],
  [["--version"], 0, "kinora 1.2.3\n", ""],
  [["-v"], 0, "kinora 1.2.3\n", ""],
  [["voices"], 0, "a-voice  en", ""],
  [["styles"], 0, "cinematic  like a film", ""],
  [["make", "--help"], 0, "Usage: kinora make", ""],
  [["sing"], 2, "", 'kinora: There is no command "sing"'],
  [["serv"], 2, "", "Did you mean serve? See: kinora --help"],
  [["serve", "--help"], 0, "Usage: kinora serve", ""],
  [["config", "--help"], 0, "--limits-disk-free", ""],
  [["healthcheck", "--help"], 0, "Usage: kinora healthcheck", ""],
  [["config", "--prot", "1"], 2, "", "There is no option --prot. Did you mean --port?"],
  [["serve", "--port", "70000"], 18, "", "port must be a whole number from 0 to 65535, not 70000 (set by --port)."],
  [["serve"], 19, "", "kinora: Port 8080 is taken."],
  [["toString"], 2, "", "There is no command"],
  [["__proto__"], 2, "", "There is no command"],
  [["voices", "--no-such"], 2, "", "kinora: There is no option --no-such"],
  [["make", "--out"], 2, "", "kinora: "],
  [["make", "--out", "-x.mp4", "y"], 2, "", "ambiguous"],
  [["doctor"], 1, "", "kinora: broken"],
])("%j exits with %i", async (args, code, out, err) => {
  const { around, said } = openSurroundings();
  expect(await runCommand(args, around, means)).toBe(code);
  expect(said.out).toContain(out);
  expect(said.err).toContain(err);
  if (err === "") expect(said.err).toBe("");
});

test("a studio that does not open is said in a sentence", async () => {
  const { around, said } = openSurroundings({ cwd: "/tmp" });
  expect(await runCommand(["make", "A lake"], around, means)).toBe(3);
  expect(said.err).toBe("kinora: Install FFmpeg.\n");
});
