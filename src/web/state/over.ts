import { signal } from "@preact/signals";

/** The window that lies over the page: the one to search and jump by, or the list of keys. */
export const over = signal<"palette" | "help" | null>(null);
