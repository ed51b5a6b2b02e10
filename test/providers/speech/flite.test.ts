import { expect, test } from "bun:test";
import { flite } from "../../../src/providers/speech/flite.ts";
import { openData } from "../../../src/system/data.ts";
import { speechContract } from "../../contract/speech.ts";

const data = openData();

speechContract(flite, data, {
  voice: "flite-slt",
  language: "en",
  text: "The desert is not empty. At night, foxes leave their dens, beetles climb the dunes to drink the fog, and owls listen for mice under the sand.",
});

test("what is written short lasts as long as it is said", async () => {
  const words = await say("It cost $5.50 in 1999, said Dr. Smith.");
  const seconds = Object.fromEntries(words.map((word) => [word.text, word.end - word.start]));
  expect(seconds["$5.50"]!).toBeGreaterThan(1);
  expect(seconds["1999,"]!).toBeGreaterThan(0.9);
  expect(seconds["Dr."]!).toBeGreaterThan(0.25);
  expect(seconds.It!).toBeLessThan(0.25);
});

test("a word without sound stands between its neighbours without length", async () => {
  const words = await say("Fish 🐟 swim.");
  expect(words[1]!.start).toBe(words[0]!.end);
  expect(words[1]!.end).toBe(words[1]!.start);
  expect(words[2]!.start).toBeGreaterThanOrEqual(words[1]!.end);
});

test("a comma and a full stop make a pause", async () => {
  const words = await say("Here, now. There it is.");
  expect(words[1]!.start - words[0]!.end).toBeGreaterThan(0.07);
  expect(words[2]!.start - words[1]!.end).toBeGreaterThan(0.3);
});

async function say(text: string) {
  const context = { data, signal: new AbortController().signal, note() {} };
  return (await flite.speak({ text, voice: "flite-slt", language: "en", speed: 1 }, context)).words;
}
