import { describe, expect, test } from "bun:test";
import { toCsvRow } from "../../src/domain/csv.ts";

describe("a row of a table", () => {
  const rows: [string, (string | number | null)[], string][] = [
    ["ends with a line break of two characters", ["a", "b"], "a,b\r\n"],
    ["keeps numbers, also negative ones", [1, -2.5, 0], "1,-2.5,0\r\n"],
    ["leaves what is not there empty", [null, "", null], ",,\r\n"],
    [
      "quotes what holds a comma, a quote or a break",
      ["a,b", 'say "hi"', "two\nlines", "cr\rhere"],
      '"a,b","say ""hi""","two\nlines","cr\rhere"\r\n',
    ],
    ["does not begin a formula", ["=1+1", "+1", "-1", "@SUM(A1)"], "'=1+1,'+1,'-1,'@SUM(A1)\r\n"],
    ["does not begin a formula behind white space", ["\t=1", "\r=1", "\n=1"], `'\t=1,"'\r=1","'\n=1"\r\n`],
    [
      "does not begin a formula behind what is not seen",
      [" =1", "\u00a0+1", "\u0000@A", "\ufeff=1", "\u200b\u202e-1", " a"],
      "' =1,'\u00a0+1,'\u0000@A,'\ufeff=1,'\u200b\u202e-1, a\r\n",
    ],
    ["does not begin a formula in full-width signs", ["＝1", "＋1", "－1", "＠A"], "'＝1,'＋1,'－1,'＠A\r\n"],
    ["guards a formula that must be quoted as well", ['=HYPERLINK("x","y")'], `"'=HYPERLINK(""x"",""y"")"\r\n`],
    ["leaves signs inside of text alone", ["a=b", "1-2", "mail@home"], "a=b,1-2,mail@home\r\n"],
    ["keeps text of every script", ["שלום", "👩‍👩‍👧", "<script>"], "שלום,👩‍👩‍👧,<script>\r\n"],
  ];
  for (const [does, cells, text] of rows) test(does, () => expect(toCsvRow(cells)).toBe(text));
});
