import type { DataSource } from "../../domain/data.ts";
import type { Storyboard } from "../../domain/storyboard.ts";
import type { EmojiNames } from "../../language/emoji.ts";
import { type Knowledge, needsWordNet, planFilm } from "../../language/plan.ts";
import { openWordNet, type WordNet } from "../../language/wordnet.ts";
import { unlikeNeighbours } from "../../picture/neighbours.ts";
import type { Planner } from "../provider.ts";

let opened: { data: DataSource; wordnet?: WordNet; emoji?: EmojiNames } | undefined;

/** The planner that needs no key and no network: scripts word by word, prompts in WordNet's sentences or in pictures. */
export const builtinPlanner: Planner = {
  name: "builtin",
  async plan(request, { data, signal }) {
    signal.throwIfAborted();
    const knowledge = await openKnowledge(data, needsWordNet(request));
    signal.throwIfAborted();
    return request.storyboard ? planFilm(request, knowledge) : withoutRepeats(planFilm(request, knowledge));
  },
  rest() {
    opened = undefined;
  },
};

/** No scene shows the picture of the one before it. */
function withoutRepeats(storyboard: Storyboard): Storyboard {
  const visuals = unlikeNeighbours(storyboard.scenes.map(({ visual }) => visual));
  return { ...storyboard, scenes: storyboard.scenes.map((scene, index) => ({ ...scene, visual: visuals[index]! })) };
}

/** The planner's books, kept open until it rests. */
async function openKnowledge(data: DataSource, withWordNet: boolean): Promise<Knowledge> {
  if (opened?.data !== data) opened = { data };
  opened.emoji ??= JSON.parse(new TextDecoder().decode(await data("emoji.json"))) as EmojiNames;
  if (withWordNet) opened.wordnet ??= openWordNet(await data("wordnet.bin"));
  return { emoji: opened.emoji, ...(withWordNet && opened.wordnet ? { wordnet: opened.wordnet } : {}) };
}
