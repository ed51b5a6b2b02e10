import { expect, spyOn, test } from "bun:test";
import { openProgram } from "../../../src/domain/program.ts";
import { openFlite } from "../../../src/providers/speech/flite-engine.ts";
import { openData } from "../../../src/system/data.ts";

test("its memory does not grow from sentence to sentence", async () => {
  const instantiate = spyOn(WebAssembly, "instantiate");
  const engine = await openFlite(await openProgram(openData(), "flite.wasm"));
  const instance = await (instantiate.mock.results[0]!.value as unknown as Promise<WebAssembly.Instance>);
  instantiate.mockRestore();
  const memory = instance.exports.memory as WebAssembly.Memory;
  const before = memory.buffer.byteLength;
  const sentence = "mountains and rivers and extraordinary deserts ".repeat(5).trim().split(" ");
  for (let time = 0; time < 3; time++) {
    engine.reset();
    expect(engine.say("slt", sentence, 1).samples.length).toBeGreaterThan(100_000);
  }
  expect(memory.buffer.byteLength).toBe(before);
});
