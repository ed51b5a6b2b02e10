const ONES = ["", "primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven"];
const TENS = ["", "décim", "vigésim", "trigésim", "cuadragésim", "quincuagésim", "sexagésim", "septuagésim", "octogésim", "nonagésim"];

/** An ordinal from 1 to 99 with its ending, `o` or `a`; without one 1 and 3 are "primer" and "tercer". Beyond that the digits. */
export function spanishOrdinal(number: number, ending: "o" | "a" | ""): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number < 1 || number > 99) return String(number);
  const said = [TENS[tens], ONES[ones]].filter((part) => part).map((part) => part + ending);
  return said.join(" ");
}
