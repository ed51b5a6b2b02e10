import { signal } from "@preact/signals";

/** A short word on what has just happened. `act` is what can be done about it. */
export type Toast = { id: number; kind: "good" | "bad" | "plain"; text: string; act?: { label: string; run: () => void } | undefined };

/** What is being said, oldest first. */
export const toasts = signal<readonly Toast[]>([]);

const MOST = 4;
const STAYS_MS = { good: 5000, plain: 5000, bad: 12_000 };
let made = 0;

/** Says something for some seconds; what failed stays longer. */
export function say(kind: Toast["kind"], text: string, act?: Toast["act"]): void {
  const id = ++made;
  toasts.value = [...toasts.peek(), { id, kind, text, act }].slice(-MOST);
  setTimeout(() => dismiss(id), STAYS_MS[kind]);
}

/** Takes it away. */
export function dismiss(id: number): void {
  toasts.value = toasts.peek().filter((toast) => toast.id !== id);
}

/** What went wrong, in words for people. */
export const sayError = (error: unknown): string => (error instanceof Error ? error.message : String(error));
