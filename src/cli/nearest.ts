/** The name that was probably meant, when at most a third of its letters (and one in any case) are other, missing or too many. */
export function findNearest(given: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(given.length / 3)) + 1;
  for (const name of names) {
    const distance = editDistance(given, name);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** How many letters are to be put in, taken out, replaced or swapped with their neighbour to get from one to the other (optimal string alignment). */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1] ? before[to - 2]! + 1 : Infinity;
      const replaced = row[to - 1]! + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(row[to]! + 1, next[to - 1]! + 1, replaced, swapped));
    }
    [before, row] = [row, next];
  }
  return row[other.length]!;
}

/** " Did you mean X?", or nothing when no name is near. */
export function sayNearest(given: string, names: Iterable<string>): string {
  const nearest = findNearest(given.slice(0, 100), names);
  return nearest === undefined ? "" : ` Did you mean ${nearest}?`;
}
