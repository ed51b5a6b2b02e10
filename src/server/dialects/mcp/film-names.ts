import type { FilmFile } from "../../../service/many.ts";

const MOST_CHARS = 80;
const MOST_BYTES = 160;
/** What no file name may have on Windows, and what is not seen or turns the writing round. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u2060\uFEFF\uFFFE\uFFFF]/gu;
/** Names that Windows keeps for devices, whatever follows their first dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|\s|$)/i;

/** Names of films for people, each once and fit for every file system: "A sunset over the ocean (0199f3a0).mp4". */
export function nameFilms(films: readonly Pick<FilmFile, "id" | "title" | "prompt">[]): string[] {
  const taken = new Set<string>();
  return films.map(({ id, title, prompt }) => {
    const about = cleanName(title ?? "") || cleanName(prompt) || "Film";
    const names = [8, 13, 18, id.length].map((length) => `${about} (${id.slice(0, length)}).mp4`);
    const name = names.find((one) => !taken.has(fold(one))) ?? `${id}.mp4`;
    taken.add(fold(name));
    return name;
  });
}

/** File systems that do not tell apart letters and their forms see one name. */
const fold = (name: string): string => name.normalize("NFKC").toLowerCase();

function cleanName(text: string): string {
  const plain = text.toWellFormed().normalize("NFC").replaceAll(FORBIDDEN, " ").replaceAll(/\s+/g, " ").trim();
  const short = shorten(plain).replace(/^[\s.]+|[\s.]+$/g, "");
  return DEVICE.test(short) ? `_${short}` : short;
}

/** Its beginning, of whole letters as they are seen, at the end of a word where that is near. */
function shorten(text: string): string {
  const letters: string[] = [];
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, 4 * MOST_CHARS))) {
    bytes += Buffer.byteLength(segment);
    if (letters.length === MOST_CHARS || bytes > MOST_BYTES) return letters.join("").replace(/(?<=.{40}) [^ ]*$/u, "");
    letters.push(segment);
  }
  return letters.join("");
}
