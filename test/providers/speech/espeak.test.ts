import { expect, test } from "bun:test";
import { joinWords } from "../../../src/domain/words.ts";
import { espeak } from "../../../src/providers/speech/espeak.ts";
import { openData } from "../../../src/system/data.ts";
import { speechContract } from "../../contract/speech.ts";

const data = openData();

const SAMPLES = [
  {
    voice: "espeak-es",
    language: "es",
    text: "El desierto no está vacío. De noche, los zorros salen de sus madrigueras, los escarabajos suben a las dunas y los búhos escuchan a los ratones.",
  },
  {
    voice: "espeak-fr-female",
    language: "fr",
    text: "Le désert n'est pas vide. La nuit, les renards quittent leurs terriers, les scarabées montent sur les dunes et les hiboux écoutent les souris.",
  },
  {
    voice: "espeak-de-male",
    language: "de",
    text: "Die Wüste ist nicht leer. In der Nacht verlassen die Füchse ihre Höhlen, die Käfer klettern auf die Dünen, und die Eulen hören auf die Mäuse.",
  },
  {
    voice: "espeak-ja",
    language: "ja",
    text: "砂漠は空っぽではありません。夜になると、狐が巣穴から出てきて、虫は砂丘に登り、梟は砂の下の鼠の音を聞いています。",
  },
  {
    voice: "espeak-zh-female",
    language: "zh",
    text: "沙漠并不空旷。夜里，狐狸离开洞穴，甲虫爬上沙丘喝雾水，猫头鹰听着沙子下面老鼠的声音。",
  },
];

for (const sample of SAMPLES) speechContract(espeak, data, sample);

async function say(language: string, text: string) {
  const notes: string[] = [];
  const context = { data, signal: new AbortController().signal, note: (told: string) => void notes.push(told) };
  const { words } = await espeak.speak({ text, voice: `espeak-${language}`, language, speed: 1 }, context);
  return { words, notes, seconds: Object.fromEntries(words.map((word) => [word.text, word.end - word.start])) };
}

test("a heading rests before its text", async () => {
  const { words } = await say("es", "La mañana\nEl mar despierta");
  expect(words[2]!.start - words[1]!.end).toBeGreaterThan(0.3);
  expect(words[3]!.start - words[2]!.end).toBeLessThan(0.05);
});

test.each([
  ["de", "3,5 % am 21. März um 12:30 Uhr, z. B. Dr. Maier", { "3,5": 0.7, "%": 0.4, "21.": 0.9, "12:30": 1, "Dr.": 0.4 }],
  ["fr", "M. Roux, n° 5, le 21e jour à 12h30, 1.234 €", { "M.": 0.3, "n°": 0.3, "21e": 0.6, "12h30,": 0.6, "1.234": 0.9, "€": 0.2 }],
  ["es", "El Dr. Gil, 3,5 %, 12:30, $5.50, 1.234", { "Dr.": 0.3, "12:30,": 0.7, "$5.50,": 1.2, "1.234": 1.2 }],
  ["ja", "2026年に3つの本。第1章は100%", { "2026年に": 1.4, "3つの": 0.5, 第1章は: 0.8, "100%": 0.8 }],
  ["zh", "2026年3.5%第1章12:30", { "2026": 0.8, "3.5%": 1.2, "12:30": 1.3 }],
] as const)("figures and short forms of %s last as long as they are said", async (language, text, least) => {
  const { words, seconds } = await say(language, text);
  expect(joinWords(words)).toBe(text);
  for (const [word, sec] of Object.entries(least)) expect([word, seconds[word]! > sec]).toEqual([word, true]);
});

test("words in a script that the voice cannot read are shown, and the user is told", async () => {
  const { words, notes } = await say("es", "Hola 世界 amigo");
  expect(words.map((word) => word.text)).toEqual(["Hola", "世界", "amigo"]);
  expect(notes).toEqual(['The voice espeak-es cannot read "世界"; it is shown, not spoken.']);
});
