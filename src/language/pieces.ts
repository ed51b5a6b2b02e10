import { type BreakCost, breakCosts } from "../domain/line-breaks.ts";
import { estimateSpeechSec } from "../domain/pace.ts";
import { eachLanguage, type PlanLanguage } from "./plan-language.ts";
import { joinText, joinTokens, type Token, tokensOf } from "./tokens.ts";

/** Words that stay together in one scene. `ended` is false when a line of the script ends here without a full stop; `block` numbers the block it is of. */
export type Piece = { text: string; sec: number; block: number; ended: boolean; title?: string };

/** A scene is split above the longest and joined to a neighbour below the shortest, in seconds. */
export const LONGEST_SEC = 8.5;
export const SHORTEST_SEC = 2.6;
/** A sentence without a clause boundary may last so long before it is split between any two words. */
const ENDURED_SEC = 12;
const CLAUSE_COST = 0.46;
const CONJUNCTION =
  /^(and|but|because|which|who|while|when|whereas|although|though|so|since|until|if|et|mais|car|lorsque|puisque|quand|tandis|und|aber|denn|weil|während|obwohl|sondern|wenn|dass|als|y|e|pero|porque|que|mientras|cuando|aunque|sino|donde|si|pues)$/i;

/** No voice says more signs a second: what is estimated quicker is no word. */
const FASTEST_SIGNS = 40;

/** What words take, remembered: most words of a script come again. */
const known = eachLanguage(() => new Map<string, number>());
const REMEMBERED = { words: 20_000, length: 20 };

/** Seconds that a text is likely to be spoken, however odd it is. */
export function spokenSec(text: string, language: PlanLanguage): number {
  const memory = known[language];
  const before = memory.get(text);
  if (before !== undefined) return before;
  const sec = Math.max(estimateSpeechSec(text, language), text.length / FASTEST_SIGNS);
  if (text.length <= REMEMBERED.length && memory.size < REMEMBERED.words) memory.set(text, sec);
  return sec;
}

/** A sentence as pieces of at most about `LONGEST_SEC`, split where it breathes. */
export function splitSentence(sentence: string, language: PlanLanguage, maxSec = LONGEST_SEC): string[] {
  const whole = spokenSec(sentence, language);
  if (whole <= maxSec) return [sentence];
  const list = tokensOf(sentence, language);
  if (list.length === 1) return [sentence];
  const parts = Math.ceil(whole / maxSec);
  return splitTokens(list, parts, language, whole <= ENDURED_SEC && maxSec === LONGEST_SEC ? CLAUSE_COST : 4).map(joinTokens);
}

/** Tokens in `parts` stretches of about the same time, each ending where the cost of a break and the distance from even are least. */
function splitTokens(list: Token[], parts: number, language: PlanLanguage, dearest: number): Token[][] {
  const costOf = breakCosts(language);
  const ends: number[] = [];
  let sum = 0;
  for (const token of list) {
    sum += spokenSec(token.text, language);
    ends.push(sum);
  }
  const cuts: number[] = [0];
  for (let part = 1; part < parts; part++) {
    const from = cuts.at(-1)!;
    const start = from === 0 ? 0 : ends[from - 1]!;
    const share = (sum - start) / (parts - part + 1);
    const cut = bestCut(list, ends, { from, wanted: start + share, share, dearest }, costOf);
    if (cut > from) cuts.push(cut);
  }
  return cuts.map((from, index) => list.slice(from, cuts[index + 1] ?? list.length)).filter((part) => part.length > 0);
}

type Wish = { from: number; wanted: number; share: number; dearest: number };

/** Before which token to cut, or `from` when no cut is cheap enough. */
function bestCut(list: Token[], ends: number[], { from, wanted, share, dearest }: Wish, costOf: BreakCost): number {
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (let at = from + 1; at < list.length && ends[at - 1]! < wanted + share * 0.6; at++) {
    if (ends[at - 1]! < wanted - share * 0.6) continue;
    const cost = clauseCost(list[at - 1]!, list[at]!, costOf);
    if (cost > dearest) continue;
    const away = Math.abs(ends[at - 1]! - wanted) / share;
    if (cost + 2 * away < least) {
      least = cost + 2 * away;
      best = at;
    }
  }
  return best;
}

/** What a break costs, a little less where a clause begins; inside what is longer than any word one place is as good as another. */
function clauseCost(before: Token, after: Token, costOf: BreakCost): number {
  if (after.glued && after.torn) return 0.4;
  const cost = costOf(before.text, after.text, after.glued);
  return CONJUNCTION.test(after.text) ? Math.min(0.45, cost) : cost;
}

/** Two pieces as one; where a line ended without a full stop a line end stays between them. */
export function joinPieces(first: Piece, second: Piece): Piece {
  const text = first.ended ? joinText(first.text, second.text) : `${first.text}\n${second.text}`;
  const title =
    first.title && second.title && first.title !== second.title ? `${first.title}: ${second.title}` : (first.title ?? second.title);
  return { text, sec: first.sec + second.sec, block: second.block, ended: second.ended, ...(title === undefined ? {} : { title }) };
}

/** Joins pieces that are too short for a scene to the neighbour that stays shortest, in the same block before others; never over a line end, where the voice rests. */
export function mergeShort(pieces: Piece[]): Piece[] {
  const done: Piece[] = [];
  for (let index = 0; index < pieces.length; index++) {
    let piece = pieces[index]!;
    while (piece.sec < SHORTEST_SEC) {
      const before = done.at(-1)?.ended ? done.at(-1) : undefined;
      const after = piece.ended ? pieces[index + 1] : undefined;
      if (after && after.title === undefined && (!before || leansOn(piece, after, before))) {
        piece = joinPieces(piece, after);
        index++;
      } else if (before && piece.title === undefined && before.sec + piece.sec <= LONGEST_SEC + SHORTEST_SEC) {
        piece = joinPieces(done.pop()!, piece);
      } else break;
    }
    done.push(piece);
  }
  return done;
}

/** Whether a short piece belongs rather with what follows. A heading always does. */
function leansOn(piece: Piece, after: Piece, before: Piece): boolean {
  if (piece.title !== undefined) return true;
  if (after.block === piece.block && before.block !== piece.block) return true;
  if (before.block === piece.block && after.block !== piece.block) return false;
  return after.sec < before.sec;
}

/** Pieces joined to exactly `count` groups of about the same time, in order. Expects at least `count` pieces. */
export function mergeTo(pieces: Piece[], count: number): Piece[] {
  const groups: Piece[] = [];
  let left = pieces.reduce((sum, piece) => sum + piece.sec, 0);
  for (let index = 0; index < pieces.length; ) {
    const wanted = left / (count - groups.length);
    let group = pieces[index++]!;
    while (index < pieces.length) {
      const next = pieces[index]!;
      if (pieces.length - index <= count - groups.length - 1) break;
      const reach = next.title === undefined ? group.sec + next.sec / 2 : group.sec * 2;
      if (groups.length < count - 1 && reach > wanted) break;
      group = joinPieces(group, next);
      index++;
    }
    left -= group.sec;
    groups.push(group);
  }
  return groups;
}

/** Pieces split further, the longest first, until there are `count` of them or only single words are left. */
export function splitTo(pieces: Piece[], count: number, language: PlanLanguage): Piece[] {
  const list = [...pieces];
  while (list.length < count) {
    const order = list.map((_, index) => index).sort((a, b) => list[b]!.sec - list[a]!.sec || a - b);
    const at = order.find((index) => tokensOf(list[index]!.text, language).length > 1);
    if (at === undefined) break;
    list.splice(at, 1, ...halves(list[at]!, language));
  }
  return list;
}

function halves(piece: Piece, language: PlanLanguage): Piece[] {
  const lines = piece.text.split("\n");
  const list = tokensOf(piece.text, language);
  const [first = [], second = []] =
    lines.length > 1 ? [tokensOf(lines[0]!, language), tokensOf(lines.slice(1).join("\n"), language)] : splitTokens(list, 2, language, 4);
  const cut = second.length > 0 ? first.length : Math.ceil(list.length / 2);
  return [list.slice(0, cut), list.slice(cut)].map((part, index) => {
    const text = joinTokens(part);
    const { title, ...rest } = piece;
    return {
      ...rest,
      text,
      sec: spokenSec(text, language),
      ...(index === 0 && title !== undefined ? { title } : {}),
      ended: index === 1 ? piece.ended : true,
    };
  });
}
