import { expect, test } from "bun:test";
import { estimateSpeechSec } from "../../src/domain/pace.ts";

/** Lengths measured on the default voices. */
const MEASURED = [
  [
    "en",
    9.31,
    "The desert is not empty. At night, foxes leave their dens, beetles climb the dunes to drink the fog, and owls listen for mice under the sand.",
  ],
  [
    "en",
    9.83,
    "Mountains are born slowly. Two plates of rock push against each other for millions of years, and the ground between them folds, rises and breaks into peaks.",
  ],
  [
    "en",
    11.17,
    "Good morning! Today we will learn how to make bread. You need flour, water, salt and time. Mix everything in a bowl, cover it, and wait until it has doubled.",
  ],
  [
    "en",
    10.87,
    "Our company helps small teams build better software. We listen carefully, we deliver quickly, and we never hide the price. Try it free for thirty days.",
  ],
  [
    "es",
    11.19,
    "El desierto no está vacío. De noche, los zorros salen de sus madrigueras, los escarabajos suben a las dunas para beber la niebla y los búhos escuchan a los ratones bajo la arena.",
  ],
  [
    "es",
    10.16,
    "Las montañas nacen despacio. Dos placas de roca se empujan durante millones de años, y el suelo entre ellas se pliega, se levanta y se rompe en picos.",
  ],
  [
    "es",
    10.72,
    "¡Buenos días! Hoy vamos a aprender a hacer pan. Se necesita harina, agua, sal y tiempo. Mezcle todo en un cuenco, cúbralo y espere a que doble su tamaño.",
  ],
  [
    "es",
    11.88,
    "Nuestra empresa ayuda a equipos pequeños a crear mejores programas. Escuchamos con atención, entregamos rápido y nunca escondemos el precio. Pruébelo gratis durante treinta días.",
  ],
  [
    "fr",
    10.71,
    "Le désert n'est pas vide. La nuit, les renards quittent leurs terriers, les scarabées montent sur les dunes pour boire la brume, et les hiboux écoutent les souris sous le sable.",
  ],
  [
    "fr",
    9.98,
    "La forêt retient son souffle avant la pluie. Les feuilles montrent leur face pâle, les oiseaux se taisent, et l'odeur de la terre mouillée arrive bien avant la première goutte.",
  ],
  [
    "de",
    11.01,
    "Die Wüste ist nicht leer. In der Nacht verlassen die Füchse ihre Höhlen, die Käfer klettern auf die Dünen, um den Nebel zu trinken, und die Eulen hören auf die Mäuse unter dem Sand.",
  ],
  [
    "de",
    10.7,
    "Berge werden langsam geboren. Zwei Platten aus Gestein drücken Millionen Jahre lang gegeneinander, und der Boden zwischen ihnen faltet sich, steigt auf und bricht in Gipfel.",
  ],
  [
    "ja",
    17.74,
    "おはようございます！今日はパンの作り方を学びましょう。必要なものは、小麦粉と水と塩、そして時間です。全部をボウルで混ぜ、ふたをして、二倍になるまで待ちます。",
  ],
  ["ja", 13.35, "雨の前、森は息をひそめます。葉は白い裏側を見せ、鳥は黙り、ぬれた土の匂いが、最初の一滴よりずっと早く届きます。"],
  ["zh", 9.79, "沙漠并不空旷。夜里，狐狸离开洞穴，甲虫爬上沙丘喝雾水，猫头鹰听着沙子下面老鼠的声音。"],
  ["zh", 10.59, "下雨之前，森林屏住了呼吸。树叶翻出浅色的一面，鸟儿安静下来，泥土的气味比第一滴雨来得更早。"],
] as const;

test.each(MEASURED)("a paragraph of %s that lasts %d s is estimated within 6 %", (language, seconds, text) => {
  expect(Math.abs(estimateSpeechSec(text, language) / seconds - 1)).toBeLessThan(0.06);
});

test("the estimates for many paragraphs have no bias", () => {
  const estimated = MEASURED.reduce((sum, [language, , text]) => sum + estimateSpeechSec(text, language), 0);
  const measured = MEASURED.reduce((sum, [, seconds]) => sum + seconds, 0);
  expect(Math.abs(estimated / measured - 1)).toBeLessThan(0.02);
});

test("a text without words has a short length, a slower voice a longer one", () => {
  expect(estimateSpeechSec("", "en")).toBe(0.3);
  const text = MEASURED[0][2];
  expect(estimateSpeechSec(text, "en", "flite-rms")).toBeGreaterThan(estimateSpeechSec(text, "en"));
});

test("a heading takes the time of its rest too", () => {
  expect(estimateSpeechSec("La mañana\nEl mar", "es") - estimateSpeechSec("La mañana El mar", "es")).toBeCloseTo(0.4);
});
