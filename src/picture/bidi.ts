/** Which way a text runs. */
export type Direction = "ltr" | "rtl";

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LEFT_TO_RIGHT = /[\p{L}\p{N}]/u;

/** The direction of a character that has one; punctuation, spaces and symbols have none. */
function strongDirection(character: string): Direction | undefined {
  if (RIGHT_TO_LEFT.test(character)) return "rtl";
  return LEFT_TO_RIGHT.test(character) ? "ltr" : undefined;
}

const DIGIT = /^\p{N}/u;
/** Signs that belong to a number beside them: per cent, currencies, signs. */
const NUMBER_SIGN = /^[%‰°#+\-−\p{Sc}]$/u;

/** The directions of a text's characters; signs of a number go with it (Unicode bidirectional algorithm, rules W4 and W5). */
export function strongDirections(characters: string[]): (Direction | undefined)[] {
  const beside = (index: number, step: 1 | -1): boolean => {
    let at = index + step;
    while (NUMBER_SIGN.test(characters[at] ?? "")) at += step;
    return DIGIT.test(characters[at] ?? "");
  };
  return characters.map((character, index) =>
    NUMBER_SIGN.test(character) && (beside(index, -1) || beside(index, 1)) ? "ltr" : strongDirection(character),
  );
}

/** A text's direction: that of its first letter (Unicode bidirectional algorithm, rules P2 and P3), numbers aside. */
export function baseDirection(text: string): Direction {
  for (const character of text) if (/\p{L}/u.test(character)) return strongDirection(character)!;
  return "ltr";
}

/** Directions with the neutral ones settled: between two of the same kind they go along, elsewhere they take the base direction (rules N1, N2). */
export function settleDirections(directions: (Direction | undefined)[], base: Direction): Direction[] {
  return directions.map((direction, index) => {
    if (direction) return direction;
    const before = directions.slice(0, index).findLast((other) => other) ?? base;
    const after = directions.slice(index + 1).find((other) => other) ?? base;
    return before === after ? before : base;
  });
}

/** From the order of reading to the order on screen, left to right: indices into `directions` (rule L2 for two levels). */
export function visualOrder(directions: Direction[], base: Direction): number[] {
  const runs: number[][] = [];
  directions.forEach((direction, index) => {
    if (index > 0 && directions[index - 1] === direction) runs.at(-1)!.push(index);
    else runs.push([index]);
  });
  const turned = runs.map((run) => (directions[run[0]!] === "rtl" ? run.reverse() : run));
  return (base === "rtl" ? turned.reverse() : turned).flat();
}
