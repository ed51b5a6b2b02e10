const DIGITS = "零一二三四五六七八九";
const PLACES = ["", "十", "百", "千"];
const GROUPS = ["", "万", "亿", "万亿", "亿亿"];
const LONGEST_DIGITS = 20;

/** Digit by digit, as years and telephone numbers are said. */
export const spellChinese = (digits: string): string => [...digits].map((digit) => DIGITS[Number(digit)] ?? "").join("");

/** Up to 9999; `inner` when larger groups stand before, so that a missing thousand is said as 零. */
function sayGroup(group: string, inner: boolean): string {
  let said = "";
  for (const [index, digit] of [...group].entries()) {
    if (digit !== "0") said += DIGITS[Number(digit)]! + PLACES[3 - index]!;
    else if (/[1-9]/.test(group.slice(index)) && (said || inner) && !said.endsWith("零")) said += "零";
  }
  return said;
}

/** Digits, with a decimal point perhaps, as Mandarin says them; one by one when they begin with 0 or are more than 20. */
export function sayChineseNumber(digits: string): string {
  const [whole, part] = digits.split(".") as [string, string | undefined];
  const said = /^0\d/.test(whole) || whole.length > LONGEST_DIGITS ? spellChinese(whole) : sayWhole(whole);
  return part === undefined ? said : `${said}点${spellChinese(part)}`;
}

function sayWhole(whole: string): string {
  if (/^0*$/.test(whole)) return "零";
  const groups = whole.padStart(Math.ceil(whole.length / 4) * 4, "0").match(/\d{4}/g)!;
  const said = groups.map((group, index) => {
    const text = sayGroup(group, index > 0);
    return text && text.replace(/^二(?=千)/, "两") + GROUPS[groups.length - 1 - index]!;
  });
  return said
    .join("")
    .replace(/^一十/, "十")
    .replace(/^二(?=[万亿])/, "两");
}

/** What two of a thing is: 两 before words that count, not in dates and names. */
const COUNTING =
  /^(?:个|只|条|本|张|位|种|次|年(?!级)|天|家|座|匹|头|把|杯|块|件|名|间|辆|艘|棵|片|对|双|份|倍|岁|小时|分钟|秒|周|公里|公斤|米|吨|人|艘|颗|朵|群|口|架|台|部|首|幅|场|层|段|句|页|步|点)/;

/** A number before the words that follow it. */
export function sayChineseCounted(digits: string, following: string): string {
  return digits === "2" && COUNTING.test(following) ? "两" : sayChineseNumber(digits);
}
