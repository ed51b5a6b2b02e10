import { type ReadonlySignal, signal } from "@preact/signals";

const root = document.documentElement;
const name = signal(root.dataset.theme);
let read = new Map<string, string>();

new MutationObserver(() => {
  read = new Map();
  name.value = root.dataset.theme;
}).observe(root, { attributes: true, attributeFilter: ["data-theme"] });

/** The name of the theme that is shown: what is painted has to be painted again when it changes. */
export const theme: ReadonlySignal<string | undefined> = name;

/** A colour of the stylesheet by its name there, without the dashes, as it is now. */
export function colour(token: string): string {
  const known = read.get(token);
  if (known !== undefined) return known;
  const value = getComputedStyle(root).getPropertyValue(`--${token}`).trim();
  read.set(token, value);
  return value;
}
