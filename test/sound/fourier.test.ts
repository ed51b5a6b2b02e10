import { expect, test } from "bun:test";
import { powerSpectrum } from "../../src/sound/fourier.ts";

test("a sine stands in its bin alone", () => {
  const power = new Float32Array(129);
  powerSpectrum(256)(
    Float32Array.from({ length: 256 }, (_, index) => Math.sin((2 * Math.PI * 20 * index) / 256)),
    power,
  );
  expect(power[20]).toBeCloseTo(128 ** 2, -1);
  expect(power.reduce((sum, value, bin) => (bin === 20 ? sum : sum + value), 0)).toBeLessThan(0.01);
});

test("the power is that of the samples (Parseval)", () => {
  const frame = Float32Array.from({ length: 64 }, (_, index) => ((index * 7919) % 31) / 31 - 0.5);
  const power = new Float32Array(33);
  powerSpectrum(64)(frame, power);
  const inBins = power.reduce((sum, value, bin) => sum + value * (bin === 0 || bin === 32 ? 1 : 2), 0) / 64;
  expect(inBins).toBeCloseTo(
    frame.reduce((sum, value) => sum + value ** 2, 0),
    3,
  );
});
