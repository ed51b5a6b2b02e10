import { signal } from "@preact/signals";

/** The window that lies over the page: the one to search and jump by, or the list of keys. */
export const over = signal<"palette" | "help" | null>(null);

let early = "";

/** What was typed between asking for the palette and its coming: nothing of it is lost, and none of it is a command. */
export function takeEarly(): string {
  const typed = early;
  early = "";
  return typed;
}

over.subscribe(() => void takeEarly());

document.addEventListener("keydown", (event) => {
  if (over.peek() !== "palette" || document.querySelector("dialog[open]")) return;
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  early += event.key;
});
