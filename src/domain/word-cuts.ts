const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A word that is worth a hyphen: letters only, and no longer than the longest compounds. */
const HYPHENATED = /^[("'«„“]*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]{8,80}[)"'»”“,;:.!?…]*$/u;
const VOWEL = /[aeiouyäöüàâáéèêëíîïóôúûæœåøαεηιουωаеёиоуыэюя]/iu;
/** Letters that are one sound: no syllable begins inside them. */
const ONE_SOUND = /(sch|ch|ck|ph|th|qu|st|gn|ll|rr)$/iu;
const LEAST_LETTERS = 3;

/** A word too long for a line as parts that fit: words of an alphabet between syllables and with a hyphen, anything else between letters. */
export function cutWord(word: string, fits: (text: string) => boolean): string[] {
  const letters = [...graphemes.segment(word)].map(({ segment }) => segment);
  return (HYPHENATED.test(word) && hyphenated(letters, fits)) || filled(letters, fits);
}

/** The fewest parts of like length that fit; undefined when some part has no syllable's end to be cut at. */
function hyphenated(letters: string[], fits: (text: string) => boolean): string[] | undefined {
  const ends = letters.flatMap((_, at) => (isSyllableStart(letters, at) ? [at] : []));
  for (let count = 2; count <= 8; count++) {
    const cuts = Array.from({ length: count - 1 }, (_, index) => nearest(ends, ((index + 1) * letters.length) / count));
    if (cuts.some((cut, index) => cut === undefined || cut <= (cuts[index - 1] ?? 0))) continue;
    const edges = [0, ...(cuts as number[]), letters.length];
    const parts = edges.slice(1).map((to, index) => letters.slice(edges[index]!, to).join("") + (to < letters.length ? "-" : ""));
    if (parts.every(fits)) return parts;
  }
  return undefined;
}

/** A syllable begins with a consonant before a vowel, after another sound, some letters from either end. */
function isSyllableStart(letters: string[], at: number): boolean {
  if (at < LEAST_LETTERS || letters.length - at < LEAST_LETTERS) return false;
  const isVowel = (index: number): boolean => VOWEL.test(letters[index] ?? "");
  const onset = [at, at + 1, at + 2].find((index) => isVowel(index));
  if (onset === undefined || isVowel(at)) return false;
  const consonants = letters.slice(at, onset).join("");
  if (consonants.length > 1 && !ONE_SOUND.test(consonants)) return false;
  const across = letters.slice(Math.max(0, at - 2), onset).join("");
  return ![2, 3].some((length) => across.length >= length && consonants.length < length && ONE_SOUND.test(across.slice(-length)));
}

function nearest(places: number[], wanted: number): number | undefined {
  return places.reduce<number | undefined>(
    (best, place) => (best === undefined || Math.abs(place - wanted) < Math.abs(best - wanted) ? place : best),
    undefined,
  );
}

/** Parts that each fill a line, of one letter at least. */
function filled(letters: string[], fits: (text: string) => boolean): string[] {
  const parts: string[] = [];
  for (let from = 0; from < letters.length; ) {
    const count = mostLetters(letters, from, fits);
    parts.push(letters.slice(from, from + count).join(""));
    from += count;
  }
  return withoutStump(parts, fits);
}

const LEAST_STUMP = 3;
const wordsOf = new Intl.Segmenter("ja", { granularity: "word" });

/** The last two parts cut anew where a word of theirs ends, nearest their middle, when the last has hardly a letter. */
function withoutStump(parts: string[], fits: (text: string) => boolean): string[] {
  const [last = "", before = ""] = [parts.at(-1), parts.at(-2)];
  if (parts.length < 2 || last.replace(/\P{L}/gu, "").length >= LEAST_STUMP) return parts;
  const both = before + last;
  const starts = [...wordsOf.segment(both)]
    .filter(({ segment, index }) => index > 0 && /^[\p{L}\p{N}]/u.test(segment))
    .map(({ index }) => index);
  const fitting = starts.filter((at) => fits(both.slice(0, at)) && fits(both.slice(at)));
  const at = nearest(fitting, both.length / 2);
  return at === undefined ? parts : [...parts.slice(0, -2), both.slice(0, at), both.slice(at)];
}

/** As many letters as fit, one at least, by halving: what fits fits when shortened. */
function mostLetters(letters: string[], from: number, fits: (text: string) => boolean): number {
  let [fitting, tooMany] = [1, Math.min(letters.length - from, 400) + 1];
  while (tooMany - fitting > 1) {
    const middle = (fitting + tooMany) >> 1;
    if (fits(letters.slice(from, from + middle).join(""))) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}
