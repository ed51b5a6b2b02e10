import { useLayoutEffect, useRef } from "preact/hooks";
import { over } from "./state/over.ts";

/** What a key, or two keys one after the other (`g j`), does. `Ctrl+K` also means Cmd+K. */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

const handlers = new Set<() => Keys>();
const WITHIN_MS = 1200;
let first = "";
let firstMs = 0;

/** Gives keys a meaning while a component is there. None fires while something is typed, chosen or asked. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const read = () => latest.current;
    handlers.add(read);
    return () => {
      handlers.delete(read);
    };
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select, [role=menu] *"));

function nameOf({ key, ctrlKey, metaKey }: KeyboardEvent): string {
  return `${ctrlKey || metaKey ? "Ctrl+" : ""}${key.length === 1 ? key.toLowerCase() : key}`;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const name = nameOf(event);
  const busy = isTyping(event.target) || over.peek() !== null || document.querySelector("dialog[open]") !== null;
  if (busy && !name.startsWith("Ctrl+")) return;
  const now = Date.now();
  const pair = now - firstMs < WITHIN_MS ? `${first} ${name}` : name;
  const all = [...handlers].reverse().map((read) => read());
  const action = all.find((keys) => keys[pair])?.[pair] ?? all.find((keys) => keys[name])?.[name];
  const begins = all.some((keys) => Object.keys(keys).some((key) => key.startsWith(`${name} `)));
  [first, firstMs] = begins ? [name, now] : ["", 0];
  if (!action) return;
  event.preventDefault();
  action(event);
});
