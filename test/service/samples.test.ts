import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KinoraError } from "../../src/domain/error.ts";
import type { Workshop } from "../../src/queue/work.ts";
import { openVoiceSamples } from "../../src/service/samples.ts";
import { openContent } from "../../src/system/content.ts";

let folder = "";
let spoken: { text: string; voice: string; language: string }[] = [];
let most = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-samples-"));
  spoken = [];
  most = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const VOICES = ["a", "b", "c", "d"].map((id) => ({ id, provider: "x", name: id, languages: ["en", "es"], note: null }));

/** A workshop that writes the words it is to speak, or never ends. */
function workshop(never = false): Pick<Workshop, "task"> {
  let now = 0;
  return {
    async task(_name, input, signal) {
      const { text, voice, language, file } = input as { text: string; voice: string; language: string; file: string };
      spoken.push({ text, voice, language });
      most = Math.max(most, ++now);
      if (never) await new Promise((resolve) => signal.addEventListener("abort", resolve));
      if (signal.aborted) throw new KinoraError("cancelled", "Cancelled.");
      await Bun.sleep(2);
      await Bun.write(file, `${voice} ${language} ${text}`);
      now--;
      return { durationSec: 1, words: [], notes: [] } as never;
    },
  };
}

const open = (more: object = {}) =>
  openVoiceSamples({
    workshop: workshop(),
    voices: VOICES,
    content: openContent(join(folder, "cache")),
    temporary: folder,
    codeVersion: "v1",
    ...more,
  });
const codeOf = (promise: Promise<unknown>) => promise.then(String, ({ code }: KinoraError) => code);

describe("a sample of a voice", () => {
  test("is spoken once in each language, and kept", async () => {
    const samples = open();
    const [one, same, spanish] = await Promise.all([samples.find("a"), samples.find("a", "en-GB"), samples.find("a", "es-MX")]);
    expect(one).toEqual(same);
    expect(await Bun.file(one.file).text()).toStartWith("a en Every river");
    expect(await Bun.file(spanish.file).text()).toStartWith("a es Cada río");
    expect(spanish.tag).not.toBe(one.tag);
    expect(await open().find("a")).toEqual(one);
    expect(spoken).toHaveLength(2);
    expect((await open({ codeVersion: "v2" }).find("a")).tag).not.toBe(one.tag);
  });

  test("of nobody, or in a language that the voice does not speak, is refused", async () => {
    expect(await codeOf(open().find("nobody"))).toBe("not_found");
    expect(await codeOf(open().find("a", "fr"))).toBe("invalid_request");
    expect(await codeOf(open().find("a", "../.."))).toBe("invalid_request");
    expect(spoken).toEqual([]);
  });

  test("is one of two at most that are spoken at once", async () => {
    const samples = open();
    await Promise.all(VOICES.map(({ id }) => samples.find(id)));
    expect(spoken).toHaveLength(4);
    expect(most).toBe(2);
  });

  test("that nobody speaks in time is given up, leaves nothing, and can be asked for again", async () => {
    const samples = open({ workshop: workshop(true), timeoutMs: 20 });
    const all = await Promise.all(VOICES.map(({ id }) => codeOf(samples.find(id))));
    expect(all).toEqual(VOICES.map(() => "queue_closed"));
    expect((await readdir(folder)).filter((name) => name.endsWith(".wav"))).toEqual([]);
    expect(await codeOf(samples.find("a"))).toBe("queue_closed");
  });
});
