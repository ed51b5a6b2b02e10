import { FEWEST_CUES } from "../domain/caption.ts";
import { estimateSpeechSec } from "../domain/pace.ts";
import type { Subject as Pictured, Storyboard } from "../domain/storyboard.ts";
import { isDirection, withoutAsking } from "./asked.ts";
import { type EmojiNames, emojiName, emojiPicture, partEmoji } from "./emoji.ts";
import { writeEssay } from "./essay.ts";
import { fillFilm, fitPictures, fitScenes } from "./film-length.ts";
import { words } from "./forms.ts";
import { cleanLine, cleanText } from "./hygiene.ts";
import { isUnspaced } from "./plan-language.ts";
import type { PlanOptions } from "./plan-script.ts";
import { planTheme } from "./plan-theme.ts";
import { type Draft, dressScenes } from "./scenes.ts";
import { planScript } from "./script-pieces.ts";
import { splitSentences } from "./sentences.ts";
import { capitalised, toTitle } from "./title.ts";
import { findSubject } from "./topics.ts";
import { planTitles, scenesFor } from "./visual-way.ts";

/** A prompt may be told in its own words when it is so many sentences and words of prose. */
const PROSE = { sentences: 3, words: 25 };
/** WordNet is used when it fills so much of the film, or so many seconds. */
const ENOUGH = { share: 0.35, sec: 6 };
const TITLE_CHARS = 60;
const UNDER_OWN_WORDS = "The prompt is shown in pictures under its own words";

type Way = { origin: Storyboard["origin"]; drafts: Draft[]; notes: string[] };
export type PromptOptions = PlanOptions & { targetSec: number; emoji: EmojiNames };

/** A prompt to a film: told in its own words when it is prose, in true sentences where WordNet has them, else in pictures under its own phrases. */
export function planFromPrompt(prompt: string, options: PromptOptions): Storyboard {
  const { language, emoji: names } = options;
  const { text, emoji } = partEmoji(cleanLine(prompt));
  const named = emoji.map((each) => emojiName(each, names, language));
  const said = /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
    ? text
    : capitalised([...new Set(named)].slice(0, 6).join(isUnspaced(language) ? "、" : ", "));
  const about = withoutAsking(said, language);
  const extra: Pictured[] = emoji
    .slice(0, 40)
    .map((each, index) => ({ word: named[index]!.slice(0, 80), picture: emojiPicture(each, names).slice(0, 80) }));
  const way = ownWords(prompt, said, options) ?? commonSubject(said, about, options);
  const { scenes, notes } = way.origin === "visual" ? fitPictures(way.drafts, options) : fitScenes(way.drafts, options);
  return {
    title: toTitle(about, language),
    language,
    origin: way.origin,
    notes: [...options.notes, ...way.notes, ...notes],
    credits:
      way.origin === "wordnet"
        ? [
            {
              what: "Sentences from WordNet 3.1",
              author: "Princeton University",
              url: "https://wordnet.princeton.edu",
              licence: "WordNet License",
            },
          ]
        : [],
    scenes: dressScenes(scenes, { ...options, about, extra, steady: way.origin !== "script" }),
  };
}

/** A common subject in lines of our own, true sentences about any other; the latter also where the lines are too few for a long film. */
function commonSubject(said: string, about: string, options: PromptOptions): Way {
  const theme = planTheme(said, options.language, options.targetSec);
  if (theme?.full) return theme;
  const told = trueSentences(said, about, options) ?? pictures(about, options, [`${UNDER_OWN_WORDS}.`]);
  return theme !== undefined && told.origin === "visual" ? theme : told;
}

/** A prompt that is prose is narrated as it stands, as far as it fits. */
function ownWords(prompt: string, said: string, { language, targetSec }: PromptOptions): Way | undefined {
  const sentences = splitSentences(said, language);
  if (
    sentences.length < PROSE.sentences ||
    words(said, language).length < PROSE.words ||
    isDirection(said) ||
    withoutAsking(said, language) !== said
  )
    return undefined;
  const { pieces } = planScript(cleanText(prompt), language);
  const kept = fillFilm(
    pieces.map(({ text, title }): Draft => ({ narration: text, ...(title === undefined ? {} : { title }) })),
    targetSec,
    language,
  );
  if (kept.length < FEWEST_CUES) return undefined;
  const cut =
    kept.length < pieces.length
      ? ` Its first ${kept.length} of ${pieces.length} parts fit into ${targetSec} s; send it as a script to hear all of it.`
      : "";
  return { origin: "script", drafts: kept, notes: [`The prompt is prose, so it is narrated in its own words.${cut}`] };
}

/** True sentences about what an English prompt names. */
function trueSentences(said: string, about: string, options: PromptOptions): Way | undefined {
  const { language, wordnet, targetSec } = options;
  if (language !== "en" || !wordnet) return undefined;
  const subject = findSubject(said, wordnet);
  if ("unfit" in subject) return pictures(about, options, [`${UNDER_OWN_WORDS}: ${subject.unfit}.`]);
  const opening = [capitalised(subject.phrase.replace(/[.,;:\s]+$/, ""))];
  const openingSec = opening.reduce((sum, text) => sum + estimateSpeechSec(text, "en"), 0);
  const budgetSec = Math.max(0, targetSec - openingSec - 4);
  const essay = writeEssay(subject, budgetSec, wordnet);
  const sentences = [...opening, ...essay.sentences];
  if (sentences.length < FEWEST_CUES || (essay.sec < budgetSec * ENOUGH.share && essay.sec < ENOUGH.sec))
    return pictures(about, options, [
      essay.availableSec > budgetSec
        ? `${UNDER_OWN_WORDS}: ${targetSec} s are too short for definitions.`
        : `${UNDER_OWN_WORDS}: WordNet has too little to say about it.`,
    ]);
  const topics = subject.topics.map(({ name }) => name).join(", ");
  return {
    origin: "wordnet",
    drafts: sentences.map((narration) => ({ narration })),
    notes: [`The narration is made of WordNet's definitions of: ${topics}.`],
  };
}

/** The prompt's own phrases as titles, spoken and captioned. */
function pictures(about: string, { language, targetSec, sceneCount }: PromptOptions, notes: string[]): Way {
  const titles = planTitles(about, language, sceneCount ?? scenesFor(targetSec), targetSec);
  const drafts = titles.map(
    (title, index): Draft =>
      index > 0 && title !== "" && title.length <= TITLE_CHARS ? { narration: title, title } : { narration: title },
  );
  return { origin: "visual", drafts, notes };
}
