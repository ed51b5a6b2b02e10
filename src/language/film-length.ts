import { WIDE } from "../domain/line-marks.ts";
import { estimateSpeechSec } from "../domain/pace.ts";
import { CARDS_ROOM as CARDS, SCENE_ROOM as ROOM, SILENT_SCENE as SILENT } from "../domain/timeline.ts";
import { mergeTo, type Piece, splitSentence, splitTo } from "./pieces.ts";
import type { PlanLanguage } from "./plan-language.ts";
import type { Draft } from "./scenes.ts";

/** Above so much time a scene, scenes without words are set between. */
const SPARE_SCENE_SEC = 7;
/** A definition is heard better whole than in two scenes. */
const LONGEST_SENTENCE_SEC = 11.5;

/** The seconds that a sentence takes as one scene, or as several where it is long. */
export function sceneSec(text: string, language: PlanLanguage): number {
  const sec = estimateSpeechSec(text, language);
  return sec + ROOM.comfortable * Math.ceil(sec / LONGEST_SENTENCE_SEC);
}

/** The first drafts that fit a film of `targetSec`. */
export function fillFilm(drafts: Draft[], targetSec: number, language: PlanLanguage): Draft[] {
  let left = targetSec - CARDS.comfortable;
  const end = drafts.findIndex(({ narration }) => {
    left -= sceneSec(narration, language);
    return left < 0;
  });
  return end < 0 ? drafts : drafts.slice(0, end);
}

type Fit = { language: PlanLanguage; targetSec: number; sceneCount?: number };

/** Drafts to scenes of good length, as many as asked for where that is possible; with scenes of pictures alone where there is time. */
export function fitScenes(drafts: Draft[], { language, targetSec, sceneCount }: Fit): { scenes: Draft[]; notes: string[] } {
  const parts = drafts.flatMap((draft) => inParts(draft, language));
  if (sceneCount === undefined) return { scenes: withPauses(parts, sparePauses(parts, targetSec, language)), notes: [] };
  const scenes = toCount(parts, sceneCount, targetSec, language);
  const notes = scenes.length === sceneCount ? [] : [tooMany(sceneCount, targetSec, scenes.length)];
  return { scenes, notes };
}

function inParts(draft: Draft, language: PlanLanguage): Draft[] {
  return splitSentence(draft.narration, language, LONGEST_SENTENCE_SEC).map((narration, index) =>
    index === 0 ? { ...draft, narration } : { narration, ...(draft.hint === undefined ? {} : { hint: draft.hint }) },
  );
}

const comfortableSec = (drafts: Draft[], language: PlanLanguage): number =>
  drafts.reduce(
    (sum, { narration }) => sum + (narration === "" ? SILENT.comfortable : estimateSpeechSec(narration, language) + ROOM.comfortable),
    CARDS.comfortable,
  );

/** How many scenes without words a film has time for. */
function sparePauses(parts: Draft[], targetSec: number, language: PlanLanguage): number {
  const spare = targetSec - comfortableSec(parts, language);
  return Math.max(0, Math.min(Math.floor(spare / SPARE_SCENE_SEC), 1000 - parts.length));
}

function toCount(parts: Draft[], count: number, targetSec: number, language: PlanLanguage): Draft[] {
  const spoken = parts.filter(({ narration }) => narration !== "");
  if (spoken.length >= count) return toDrafts(mergeTo(toPieces(spoken, language), count), spoken);
  const extra = count - spoken.length;
  const pauses = Math.min(extra, Math.max(0, Math.floor((targetSec - comfortableSec(spoken, language)) / SILENT.comfortable)));
  const split = toDrafts(splitTo(toPieces(spoken, language), count - pauses, language), spoken);
  const voiceSec = spoken.reduce((sum, { narration }) => sum + estimateSpeechSec(narration, language), 0);
  const most = Math.max(spoken.length, Math.floor((targetSec - CARDS.least - voiceSec - pauses * SILENT.least) / ROOM.least));
  const kept = split.length > most ? toDrafts(mergeTo(toPieces(split, language), most), split) : split;
  const more = Math.max(
    0,
    Math.min(
      count - kept.length - pauses,
      Math.floor((targetSec - voiceSec - CARDS.least - kept.length * ROOM.least) / SILENT.least) - pauses,
    ),
  );
  return withPauses(kept, pauses + more);
}

const toPieces = (drafts: Draft[], language: PlanLanguage): Piece[] =>
  drafts.map(({ narration, title }, block) => ({
    text: narration,
    sec: estimateSpeechSec(narration, language),
    block,
    ended: /[.!?…:;,。！？，、；：]["'”’»)\]」』）》]*$/u.test(narration),
    ...(title === undefined ? {} : { title }),
  }));

/** Pieces of drafts as drafts, each with what is seen in the one it ends with. Words of our own that were joined become sentences. */
const toDrafts = (pieces: Piece[], drafts: Draft[]): Draft[] =>
  pieces.map(({ text, title, block }) => {
    const hint = drafts[block]?.hint;
    const narration = text.split("\n").reduce((all, line) => (WIDE.test(all.at(-1)!) ? `${all}。${line}` : `${all}. ${line}`));
    return { narration, ...(title === undefined || text.includes("\n") ? {} : { title }), ...(hint === undefined ? {} : { hint }) };
  });

/** The drafts with `pauses` scenes without words spread evenly between them, never first or last where it can be helped. */
function withPauses(drafts: Draft[], pauses: number): Draft[] {
  const gaps = Math.max(1, drafts.length - 1);
  return drafts.flatMap((draft, index) => {
    const before = Math.round((pauses * index) / gaps);
    const after = index === drafts.length - 1 && drafts.length > 1 ? before : Math.round((pauses * (index + 1)) / gaps);
    return [draft, ...Array.from({ length: after - before }, (): Draft => ({ narration: "" }))];
  });
}

/** Titles, already spread over their scenes, joined where fewer scenes are asked for. */
export function fitPictures(drafts: Draft[], { language, targetSec, sceneCount }: Fit): { scenes: Draft[]; notes: string[] } {
  if (sceneCount === undefined || sceneCount === drafts.length) return { scenes: drafts, notes: [] };
  if (sceneCount < drafts.length) return { scenes: toDrafts(mergeTo(toPieces(drafts, language), sceneCount), drafts), notes: [] };
  return { scenes: drafts, notes: [tooMany(sceneCount, targetSec, drafts.length)] };
}

const tooMany = (asked: number, targetSec: number, made: number): string =>
  `${asked} scenes do not fit into ${targetSec} s; the film has ${made}.`;
