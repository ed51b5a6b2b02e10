import { expect, test } from "bun:test";
import { readChinese } from "../../src/language/chinese-readings.ts";

const said = (text: string) =>
  readChinese(text)
    .map(({ say, pause }) => say + pause)
    .join("");

test.each([
  ["2026年，第1章", "二零二六年,第一章"],
  ["1999-2005年", "一九九九到二零零五年"],
  ["2026-05-04", "二零二六年五月四日"],
  ["3.5%和100%", "百分之三点五和百分之一百"],
  ["12:30出发", "十二点三十分出发"],
  ["$5.50、¥500", "五点五美元,五百元"],
  ["2个人，20000人，200米", "两个人,两万人,二百米"],
  ["10005，1,234，110", "一万零五,一千二百三十四,一百一十"],
  ["-5°C，30km", "零下五摄氏度,三十公里"],
  ["1/2", "二分之一"],
  ["090后", "零九零后"],
  ["重庆的花儿，女儿", "虫庆的花,女儿"],
  ["“你好！”她说：", "你好!她说:"],
])("%s is read %s", (text, reading) => expect(said(text)).toBe(reading));

test.each(["（）", "《", "ＡＢＣ１２３", "海洋covers地球。", "👨‍👩‍👧在家", "10%~20%", "！！！你"])(
  "the words of %s are the text",
  (text) => {
    expect(
      readChinese(text)
        .map((segment) => segment.text)
        .join(""),
    ).toBe(text);
  },
);
