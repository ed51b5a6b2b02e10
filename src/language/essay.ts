import { estimateSpeechSec } from "../domain/pace.ts";
import { type Fact, factsAbout } from "./facts.ts";
import { sceneSec } from "./film-length.ts";
import type { Subject, Topic } from "./topics.ts";
import type { WordNet } from "./wordnet.ts";

/** True sentences in the order they are told, with the seconds they are likely to take. */
export type Essay = { sentences: string[]; sec: number; availableSec: number };

/** Estimates are right within a few percent, and a film may be a little short of words, never too long. */
const MARGIN = 0.95;

/** Fills at most `budgetSec` with true sentences about the topics, the worthiest first, told in the order of the prompt; each counts with the room around it. */
export function writeEssay(subject: Extract<Subject, { topics: Topic[] }>, budgetSec: number, wordnet: WordNet): Essay {
  const shown = subject.topics.some((topic) => topic.concrete);
  const facts = distinct(subject.topics.flatMap((topic, index) => factsAbout(topic, { index, brief: shown && !topic.concrete }, wordnet)));
  const timed = facts.map((fact) => ({ ...fact, sec: estimateSpeechSec(fact.text, "en"), roomSec: sceneSec(fact.text, "en") }));
  const chosen: typeof timed = [];
  let left = budgetSec * MARGIN;
  for (const fact of timed.toSorted((a, b) => b.worth - a.worth)) {
    if (fact.roomSec > left || !isIntroduced(fact, chosen)) continue;
    chosen.push(fact);
    left -= fact.roomSec;
  }
  const told = chosen.toSorted((a, b) => a.place - b.place);
  return {
    sentences: told.map((fact) => fact.text),
    sec: chosen.reduce((sum, fact) => sum + fact.sec, 0),
    availableSec: timed.reduce((sum, fact) => sum + fact.sec, 0),
  };
}

/** A topic is defined before anything else is said of it. */
function isIntroduced(fact: Fact, chosen: Fact[]): boolean {
  return fact.place % 100 === 0 || chosen.some((other) => other.about === fact.about);
}

/** No sentence twice, and none that says the same of the same thing. */
function distinct(facts: Fact[]): Fact[] {
  const said = new Set<string>();
  return facts.filter(({ text }) => {
    const key = text.toLowerCase().replace(/^(a|an|the) /, "");
    return !said.has(key) && said.add(key);
  });
}
