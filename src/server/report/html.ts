/** HTML that may be sent as it is. */
export type Html = { html: string };

type Part = string | number | Html | null | readonly Html[];

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML shows it: nothing in it is markup. Directions of writing do not reach beyond it where it stands in a `<bdi>`. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/** Writes HTML; whatever is put in is escaped, except HTML itself. */
export const html = (texts: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: texts.map((text, index) => text + (index < parts.length ? toText(parts[index]!) : "")).join(""),
});

function toText(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "html" in part ? part.html : (part as readonly Html[]).map((one) => one.html).join("");
}
