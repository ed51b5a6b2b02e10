/** What a French noun may be the plural of, likeliest first, the word itself last. Lower case in, lower case out. */
export function frenchBases(word: string): string[] {
  if (word.length < 4) return [word];
  if (/eaux$/.test(word)) return [word.slice(0, -1), word];
  if (/aux$/.test(word)) return [`${word.slice(0, -2)}l`, word.slice(0, -1), `${word.slice(0, -2)}il`, word];
  if (/(eu|ou)x$/.test(word)) return [word.slice(0, -1), word];
  if (!/s$/.test(word) || /ss$/.test(word)) return [word];
  return [word.slice(0, -1), word];
}

/** German nouns whose plural only changes a vowel. */
const CHANGED = new Map(
  `vögel vogel|äpfel apfel|gärten garten|häfen hafen|öfen ofen|mäntel mantel|hämmer hammer|nägel nagel|sättel sattel|gräben graben|läden laden|böden boden
|fäden faden|klöster kloster|väter vater|mütter mutter|töchter tochter|brüder bruder|kästen kasten|schäden schaden|schwäne schwan|kräne kran`
    .replace(/\n/g, "")
    .split("|")
    .map((pair) => pair.split(" ") as [string, string]),
);
const ENDINGS = ["n", "e", "s", "en", "er", "es", "ern", "nen", "se"];
/** Endings that may change the vowel before them. */
const CHANGING = new Set(["e", "er", "en", "ern"]);

/** What a German noun may be a case or plural of, the word itself first. Lower case in, lower case out. */
export function germanBases(word: string): string[] {
  const unchanged = CHANGED.get(word) ?? CHANGED.get(word.replace(/n$/, ""));
  const forms = new Set([word, ...(unchanged === undefined ? [] : [unchanged])]);
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
    const stem = word.slice(0, -ending.length);
    forms.add(stem);
    if (CHANGING.has(ending)) forms.add(withoutUmlaut(stem));
  }
  return [...forms];
}

const PLAIN: Record<string, string> = { ä: "a", ö: "o", ü: "u" };

/** The last vowel without its dots: "häus" is "haus". */
function withoutUmlaut(stem: string): string {
  return stem.replace(/[äöü](?=[^aeiouäöü]*$|u[^aeiouäöü]*$)/, (vowel) => PLAIN[vowel]!);
}

const SHORTEST_PART = 3;
const LINKS = /(?:s|n|en|es|er)$/;

/** The ways to take a long German word for two, the longest second part first: "Fischerboot" is "fischer" and "boot"; linking letters may be gone. */
export function cutCompound(word: string): [string, string][] {
  const cuts: [string, string][] = [];
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    cuts.push([first, second]);
    const bare = first.replace(LINKS, "");
    if (bare !== first && bare.length >= SHORTEST_PART) cuts.push([bare, second]);
  }
  return cuts;
}
