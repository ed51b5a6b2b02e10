import { WIDE } from "../domain/line-marks.ts";
import { joinText } from "./tokens.ts";

/** A stretch of a script as written: a heading, an item of a list, or lines that belong together. Markers are gone, words are not. */
export type Block = { kind: "heading" | "item" | "paragraph"; text: string };

const ATX = /^\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$/;
const RULE = /^\s*([-*_=~])(?:\s*\1){2,}\s*$/;
const SETEXT = /^\s{0,3}(?:=+|-{2,})\s*$/;
const ITEM =
  /^\s*(?:[-*•–—‣◦▪+]\s+(?:\[[ xX]\]\s+)?|\(?\d{1,3}[.)]\s+|[・●○■□◆◇]\s*|[\u2460-\u2473]\s*|（[\d０-９一二三四五六七八九十]{1,3}）\s*|[\d０-９]{1,3}[．、]\s*|[一二三四五六七八九十]{1,3}、\s*)(?=\S)/;
const NUMBERED =
  /^(?:chapter|part|section|act|scene|step|lesson|episode|capítulo|parte|sección|acto|escena|paso|lección|episodio|chapitre|partie|acte|scène|étape|leçon|épisode|kapitel|teil|abschnitt|akt|szene|schritt|lektion|folge)\s+(?:\d{1,3}|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|un[oae]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|deux|trois|quatre|cinq|sept|huit|neuf|dix|première?|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)(?![\p{L}\p{N}])/iu;
const NUMBERED_WIDE =
  /^(?:第[\d０-９一二三四五六七八九十百]+(?:章|話|话|部|部分|节|節|回|幕|集|課|课|步)|(?:ステップ|パート|その|步骤|场景|シーン)\s*[\d０-９一二三四五六七八九十]+)/u;
/** A line of verse in Chinese or Japanese is no longer. */
const WIDE_VERSE = 24;
const WIDE_HEADING = 24;
const ENDED = /[.!?…:;,。！？，、；：]["'”’»)\]」』）》]*$/u;
const HEADING_CHARS = 60;

/** A script to its blocks, in order. Expects clean text with `\n` line ends. */
export function parseScript(text: string): Block[] {
  const paragraphs = text.split(/\n[^\S\n]*\n/).map((paragraph) => paragraph.split("\n").filter((line) => line.trim() !== ""));
  const groups = paragraphs.filter((lines) => lines.length > 0);
  const shouted = groups.flat().filter(isAllCaps).length * 2 > groups.flat().length;
  return groups.flatMap((lines, index) => parseGroup(lines, groups[index + 1], shouted));
}

/** Lines between two empty ones to blocks; `next` are the lines after it. */
function parseGroup(lines: string[], next: string[] | undefined, shouted: boolean): Block[] {
  if (lines.length === 1 && next && isShortHeading(lines[0]!, next, shouted)) return block("heading", lines[0]!.replace(ITEM, ""));
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = () => {
    blocks.push(...paragraphBlocks(open));
    open = [];
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!.replace(/^\s*>\s?/, "");
    const after = lines[index + 1];
    const heading = ATX.exec(line)?.[1] ?? (isHeadingLine(line, open.length > 0, after, shouted) ? line : undefined);
    const setext = heading === undefined && open.length === 0 && after !== undefined && SETEXT.test(after) && !ITEM.test(line);
    if (RULE.test(line)) close();
    else if (heading !== undefined || setext) {
      close();
      blocks.push(...block("heading", heading ?? line));
      if (setext) index++;
    } else if (ITEM.test(line)) {
      close();
      const rest = [line.replace(ITEM, "")];
      while (lines[index + 1] !== undefined && /^\s{2,}\S/.test(lines[index + 1]!) && !ITEM.test(lines[index + 1]!))
        rest.push(lines[++index]!);
      blocks.push(...block("item", rest.join(" ")));
    } else open.push(line);
  }
  close();
  return blocks;
}

/** Prose runs on over its lines; verse keeps each line for itself. */
function paragraphBlocks(lines: string[]): Block[] {
  if (lines.length === 0) return [];
  const capitals = lines.filter((line) => /^\s*["'“‘«¿¡—–-]*\p{Lu}/u.test(line)).length;
  const spaced = lines.every((line) => line.trim().length <= 50) && capitals * 4 >= lines.length * 3;
  const wide = lines.every((line) => WIDE.test(line) && line.trim().length <= WIDE_VERSE);
  const verse = lines.length > 1 && (spaced || wide);
  return verse ? lines.flatMap((line) => block("paragraph", line)) : block("paragraph", lines.map((line) => line.trim()).reduce(joinText));
}

function block(kind: Block["kind"], text: string): Block[] {
  const bare = withoutMarks(text).replace(/\s+/g, " ").trim();
  return bare === "" ? [] : [{ kind, text: bare }];
}

/** Markdown's emphasis, code and links to the words they wrap. */
function withoutMarks(text: string): string {
  return text
    .replace(/!?\[([^\][]+)\]\([^()\s]*\)/g, "$1")
    .replace(/\*\*(\S(?:[^*]*\S)?)\*\*/g, "$1")
    .replace(/(^|[\s("“])\*([^\s*](?:[^*]*[^\s*])?)\*(?=[\s.,;:!?)"”]|$)/g, "$1$2")
    .replace(/(^|[\s("“])_([^\s_](?:[^_]*[^\s_])?)_(?=[\s.,;:!?)"”]|$)/g, "$1$2")
    .replace(/`([^`\n]+)`/g, "$1");
}

const isAllCaps = (line: string): boolean => /\p{Lu}.*\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);

/** A heading by itself, whatever stands around it: "Chapter 3", or a line in capitals at the head of its lines. */
function isHeadingLine(line: string, inParagraph: boolean, after: string | undefined, shouted: boolean): boolean {
  const text = line.trim();
  if (inParagraph || text.length > HEADING_CHARS) return false;
  if (NUMBERED_WIDE.test(text) && text.length <= WIDE_HEADING && !ENDED.test(text) && after !== undefined) return true;
  if (NUMBERED.test(text) && !/[.!?…,;]$/u.test(text) && text.split(/\s+/).length <= 10 && after !== undefined) return true;
  return !shouted && isAllCaps(text) && !ITEM.test(line) && (after === undefined || !isAllCaps(after)) && !/[.!?…]$/u.test(text);
}

/** A short line without a full stop above something longer. */
function isShortHeading(line: string, next: string[], shouted: boolean): boolean {
  const text = line.trim();
  if (ATX.test(line) || RULE.test(line) || text.length > HEADING_CHARS || ENDED.test(text)) return false;
  const wide = WIDE.test(text) && text.length <= WIDE_HEADING;
  const short = wide || (text.split(/\s+/).length <= 8 && /^["'“‘«¿¡(]*[\p{Lu}\p{N}]/u.test(text.replace(ITEM, "")));
  if (!short || /^\s*[-*•–—‣◦▪+]\s/.test(line)) return false;
  const body = next.join(" ").trim();
  return (
    ENDED.test(body) ||
    next.length > 1 ||
    body.length > 2 * text.length + (wide ? 8 : 20) ||
    ATX.test(next[0]!) ||
    (isAllCaps(text) && !shouted)
  );
}
