import { expect, test } from "bun:test";
import { synthesiser } from "../../../src/providers/music/synthesiser.ts";
import type { ProviderContext } from "../../../src/providers/provider.ts";

const context = (signal: AbortSignal): ProviderContext => ({
  data: () => Promise.reject(new Error("needs no data")),
  signal,
  note: () => {},
});
const request = { durationSec: 4.5, sections: [{ startSec: 0, endSec: 4.5, mood: "calm" as const }], seed: 1 };

test("gives blocks of about a second that add up to the film", async () => {
  const blocks = await Array.fromAsync(synthesiser.compose(request, context(new AbortController().signal)));
  expect(blocks.map((block) => block.length)).toEqual([96_000, 96_000, 96_000, 96_000, 48_000]);
});

test("stops when the signal fires", async () => {
  const control = new AbortController();
  const blocks = synthesiser.compose(request, context(control.signal));
  await blocks.next();
  control.abort(new Error("enough"));
  await expect(blocks.next()).rejects.toThrow("enough");
});
