import { describe, expect, test } from "bun:test";
import type { GenerateRequest } from "../../src/domain/job.ts";
import { estimateSpeechSec } from "../../src/domain/pace.ts";
import { Storyboard } from "../../src/domain/storyboard.ts";
import { keywordsOf } from "../../src/language/keywords.ts";
import { moodOf } from "../../src/language/moods.ts";
import { planFilm } from "../../src/language/plan.ts";
import { PLAN_LANGUAGES, type PlanLanguage } from "../../src/language/plan-language.ts";
import { emoji, wordnet } from "./knowledge.ts";

/** Planned as it is asked for, whatever the product offers by now. */
const film = (request: Partial<GenerateRequest>) =>
  planFilm({ ...request, seed: 7 } as GenerateRequest & { seed: number }, { wordnet, emoji });

const PROMPTS: Record<PlanLanguage, string> = {
  en: "My grandmother's bicycle shop in the old town",
  es: "La tienda de bicicletas de mi abuela en la ciudad vieja",
  fr: "Le magasin de vélos de ma grand-mère dans la vieille ville",
  de: "Die alten Fahrräder meiner Großmutter in der Stadt",
  ja: "古い町にある祖母の自転車の店",
  zh: "老城里我奶奶的自行车商店",
};

describe.each(PLAN_LANGUAGES)("a prompt in %s", (language) => {
  const { scenes, title, origin, ...rest } = film({ prompt: PROMPTS[language], duration_target: 40 });

  test("is understood as what it is, and gives a storyboard that is valid", () => {
    expect(rest.language).toBe(language);
    expect(origin).toBe("visual");
    const board = film({ prompt: PROMPTS[language] });
    expect(Storyboard.parse(board)).toEqual(board);
    expect(film({ prompt: PROMPTS[language], language }).scenes).toEqual(board.scenes);
  });

  test("is shown under its own words, with the things it names", () => {
    const said = scenes.map(({ narration }) => narration).filter((text) => text !== "");
    expect(said.length).toBeGreaterThanOrEqual(3);
    expect(title).not.toBe("");
    const letters = new Set(PROMPTS[language].toLowerCase());
    for (const text of said) expect([text, [...text.toLowerCase()].every((letter) => letters.has(letter))]).toEqual([text, true]);
    const pictures = scenes.flatMap(({ visual }) => (visual.kind === "scenery" ? visual.subjects.map(({ picture }) => picture) : []));
    expect(pictures).toContain("bicycle");
    expect(pictures).toContain("old-woman");
  });

  test("fits its time, with neighbours that differ", () => {
    for (const target of [15, 60, 180]) {
      const film60 = film({ prompt: PROMPTS[language], duration_target: target });
      expect(film60.scenes.reduce((sum, { narration }) => sum + estimateSpeechSec(narration, language), 0)).toBeLessThan(target);
      const looks = film60.scenes.map(({ visual }) => JSON.stringify({ ...visual, subjects: undefined }));
      expect(looks.filter((look, index) => look === looks[index - 1])).toEqual([]);
    }
  });

  test("is described in its own language", () => {
    const [ending, script] = language === "ja" || language === "zh" ? ["。", /\p{Script=Han}/u] : [".", /\p{Script=Latin}/u];
    for (const { description } of scenes) {
      expect(description).toEndWith(ending as string);
      expect(description).toMatch(script as RegExp);
    }
  });
});

describe("words of six languages", () => {
  test.each([
    ["fr", "L'océan et les vieux bateaux du port", ["océan", "vieux", "bateaux", "port"]],
    ["de", "Das Meer und die alten Boote im Hafen", ["meer", "alten", "boote", "hafen"]],
    ["ja", "古い港の船と海", ["古い", "港", "船", "海"]],
    ["zh", "老港口的船和大海", ["港口", "船", "大海"]],
  ] as [PlanLanguage, string, string[]][])("keywords in %s: %j", (language, text, expected) => {
    for (const word of expected) expect(keywordsOf(text, language)).toContain(word);
  });

  test.each([
    ["fr", "Une fête drôle avec un clown", "playful"],
    ["de", "Ein trauriger Abschied im Regen, allein", "melancholic"],
    ["ja", "謎の遺跡と伝説", "mysterious"],
    ["zh", "希望与梦想，勇敢成长", "uplifting"],
  ] as const)("moods in %s: %j is %s", (language, text, mood) => {
    expect(moodOf(text, language, "calm")).toBe(mood);
  });

  test.each([
    ["Fais une vidéo sur les phares de Bretagne", "Les phares de Bretagne"],
    ["Erstelle bitte ein kurzes Video über den Bau einer Brücke", "Der Bau einer Brücke"],
    ["長崎の夜景についての動画を作ってください", "長崎の夜景"],
    ["请制作一个关于敦煌壁画的视频", "敦煌壁画"],
  ])("%j asks for %j", (prompt, title) => {
    expect(film({ prompt }).title).toBe(title);
  });

  test.each([
    ["fr", "Hérisson"],
    ["de", "Igel"],
    ["ja", "ハリネズミ"],
    ["zh", "刺猬"],
  ])("an emoji is called by its name in %s", (language, name) => {
    expect(film({ prompt: "🦔", language }).scenes[0]!.narration).toBe(name);
  });

  test("a language that no voice speaks is told in a note, its words untouched", () => {
    const script = "바다는 넓고 하늘은 푸르다. 배들이 아침에 떠난다.";
    const { notes, scenes } = film({ script });
    expect(notes.join()).toContain("Korean");
    expect(scenes.map(({ narration }) => narration).join(" ")).toBe(script);
  });
});
