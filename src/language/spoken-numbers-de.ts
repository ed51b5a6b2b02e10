const SMALL =
  "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(
    " ",
  );
const TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
const ODD: Record<number, string> = { 1: "erst", 3: "dritt", 7: "siebt", 8: "acht" };

/** A cardinal below 1000, as it begins a longer word: "ein", "einundzwanzig". */
function cardinal(number: number): string {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100];
  const [tens, ones] = [Math.floor(rest / 10), rest % 10];
  const before = hundreds ? `${SMALL[hundreds]}hundert` : "";
  if (rest === 0) return before || SMALL[0]!;
  if (rest < 20) return before + SMALL[rest];
  return before + (ones ? `${SMALL[ones]}und` : "") + TENS[tens];
}

/** An ordinal from 1 to 999 with its ending, `er`, `e` or `en`: "einundzwanzigster". */
export function germanOrdinal(number: number, ending: string): string {
  const rest = number % 100;
  const last = rest > 0 && rest < 20 ? rest : 20;
  const before = last < 20 ? (number > 100 ? `${SMALL[Math.floor(number / 100)]}hundert` : "") : cardinal(number);
  const stem = last === 20 ? `${before}st` : before + (ODD[last] ?? `${SMALL[last]}t`);
  return stem + ending;
}
