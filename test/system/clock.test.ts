import { expect, test } from "bun:test";
import { openClock } from "../../src/system/clock.ts";

const open = () => {
  const machine = { wall: 1_000_000, steady: 50 };
  const nowUs = openClock({ wallMs: () => machine.wall, steadyMs: () => machine.steady });
  const pass = (wallMs: number, steadyMs: number) => {
    machine.wall += wallMs;
    machine.steady += steadyMs;
    return nowUs() / 1000;
  };
  return { pass };
};

test("time goes by as the steady clock says, finer than the set one", () => {
  const { pass } = open();
  expect(pass(0, 0.25)).toBe(1_000_000.25);
  expect(pass(1, 0.5)).toBe(1_000_000.75);
});

test("time leaps ahead with the set clock, as after sleep, and never goes back with it", () => {
  const { pass } = open();
  expect(pass(3_600_000, 5)).toBe(4_600_000);
  expect(pass(-7_200_000, 5)).toBe(4_600_005);
  expect(pass(1000, 1000)).toBe(4_601_005);
});
