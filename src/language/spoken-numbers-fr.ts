const SMALL =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(" ");
const TENS = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"];

function belowHundred(number: number): string {
  if (number < 20) return SMALL[number]!;
  const tens = Math.floor(number / 10);
  const rest = number - (tens === 7 || tens === 9 ? tens - 1 : tens) * 10;
  if (rest === 0) return TENS[tens]!;
  return (rest === 1 || rest === 11) && tens < 8 ? `${TENS[tens]}-et-${SMALL[rest]}` : `${TENS[tens]}-${SMALL[rest]}`;
}

/** A cardinal below 1000. */
function cardinal(number: number): string {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100];
  const before = hundreds === 0 ? "" : hundreds === 1 ? "cent" : `${SMALL[hundreds]} cent`;
  return [before, rest || !before ? belowHundred(rest) : ""].filter((part) => part).join(" ");
}

/** An ordinal from 1 to 999: "premier", "vingt-et-unième"; `feminine` matters for the first alone. */
export function frenchOrdinal(number: number, feminine: boolean): string {
  if (number === 1) return feminine ? "première" : "premier";
  return `${cardinal(number).replace(/cinq$/, "cinqu").replace(/neuf$/, "neuv").replace(/e$/, "")}ième`;
}
