import { afterAll, describe, expect, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { seededRandom } from "../../src/domain/seed.ts";
import { digest, KINORA, keptFiles, openPlace, type Place, processesNaming, QUICK } from "../helpers/kinora.ts";
import { LINES } from "../helpers/server-films.ts";

const open: Place[] = [];
const newPlace = async () => {
  const place = await openPlace();
  open.push(place);
  return place;
};
afterAll(() => Promise.all(open.map((place) => place.remove())));

const SCRIPT = [
  "make",
  "--script",
  "script.txt",
  "--scene-count",
  "10",
  "--quality",
  "480p",
  "--effort",
  "draft",
  "--no-report",
  "--quiet",
];

async function scripted(): Promise<Place> {
  const place = await newPlace();
  await Bun.write(join(place.folder, "script.txt"), LINES.join("\n\n"));
  return place;
}

/** Waits until a program has said on standard output that it renders. */
async function untilRendering(stdout: ReadableStream<Uint8Array>): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stdout) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes("Rendering scene")) return;
  }
}

describe("Ctrl-C", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s stops it, leaves no child and no half file, and the same command goes on",
    async (signal) => {
      const place = await newPlace();
      const args = ["make", "A lake in the mountains", ...QUICK, "--quality", "720p"];
      const child = place.start(args);
      await untilRendering(child.stdout);
      child.kill(signal);
      expect(await child.exited).toBe(130);
      expect(await place.files()).toEqual([]);
      expect(await processesNaming(place.folder)).toEqual([]);
      expect(await readdir(join(place.data, "tmp"))).toEqual([]);
      const kept = await keptFiles(place.data, "speak");
      expect(kept.size).toBeGreaterThan(0);
      expect(await place.run([...args, "--quiet"])).toMatchObject({ code: 0, stderr: "" });
      for (const [file, made] of kept) expect((await keptFiles(place.data, "speak")).get(file)).toBe(made);
    },
  );
});

test("killed at five moments and run again it makes nothing twice and ends with the same bytes", async () => {
  const [undisturbed, disturbed] = [await scripted(), await scripted()];
  const started = performance.now();
  expect(await undisturbed.run(SCRIPT)).toMatchObject({ code: 0, stderr: "" });
  const wholeMs = performance.now() - started;
  const random = seededRandom(Number(process.env.KINORA_TEST_SEED ?? 7));
  const moments = Number(process.env.KINORA_TEST_KILLS ?? 5);
  for (let kill = 0; kill < moments; kill++) {
    const child = disturbed.start(SCRIPT);
    await Bun.sleep(random() * wholeMs * 0.4);
    const saved = new Map([...(await keptFiles(disturbed.data, "render")), ...(await keptFiles(disturbed.data, "speak"))]);
    child.kill("SIGKILL");
    await child.exited;
    const now = new Map([...(await keptFiles(disturbed.data, "render")), ...(await keptFiles(disturbed.data, "speak"))]);
    for (const [file, made] of saved) expect(now.get(file)).toBe(made);
  }
  const saved = await keptFiles(disturbed.data, "render");
  expect(await disturbed.run(SCRIPT)).toMatchObject({ code: 0, stderr: "" });
  for (const [file, made] of saved) expect((await keptFiles(disturbed.data, "render")).get(file)).toBe(made);
  expect(await digest(join(disturbed.folder, "film.mp4"))).toBe(await digest(join(undisturbed.folder, "film.mp4")));
  expect(await readdir(join(disturbed.data, "tmp"))).toEqual([]);
  expect(await processesNaming(disturbed.folder)).toEqual([]);
});

test("one changed word in a script of ten scenes has one scene spoken again, and that and the next drawn again", async () => {
  const place = await scripted();
  expect(await place.run(SCRIPT)).toMatchObject({ code: 0 });
  const [spoken, drawn] = [await keptFiles(place.data, "speak"), await keptFiles(place.data, "render")];
  expect(drawn.size).toBe(10);
  await Bun.write(join(place.folder, "script.txt"), LINES.join("\n\n").replace("the same line", "the same curve"));
  expect(await place.run(SCRIPT)).toMatchObject({ code: 0 });
  // A scene that is spoken too quickly to be read is spoken a second time.
  const again = (await keptFiles(place.data, "speak")).size - spoken.size;
  expect(again).toBeGreaterThanOrEqual(1);
  expect(again).toBeLessThanOrEqual(2);
  const changed = (await keptFiles(place.data, "render")).size - 10;
  expect(changed).toBeGreaterThanOrEqual(1);
  expect(changed).toBeLessThanOrEqual(2);
});

test("the program is one file", async () => {
  expect(await Bun.file(KINORA).exists()).toBe(true);
  expect(Bun.file(KINORA).size).toBeLessThan(250e6);
});
