import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";

/** Where the pages are: the path of the server's base, with a slash at its end. */
export const BASE: string = new URL(document.baseURI).pathname;

/** The address that is shown: its path below the base, its query, and the name of its entry in the history. */
export type Place = { path: string; query: URLSearchParams; entry: string };

const shown = signal<Place>(readPlace());

/** The address that is shown. */
export const place: ReadonlySignal<Place> = shown;

/** The path alone, which stays the same while a page changes its query. */
export const path = computed(() => shown.value.path);

/** A path of the pages, such as `/jobs?status=failed`, as a link has it. */
export const href = (to: string): string => BASE + to.replace(/^\//, "");

/** Where the API and media are, for the client library: below the base, without a slash at its end. */
export const baseUrl: string = BASE.replace(/\/$/, "");

/** Goes to a path of the pages; with `replace` the present entry of the history becomes it, and keeps its place on the page. */
export function go(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(history.state, "", href(to));
  else {
    keepScroll();
    history.pushState({ entry: newEntry() }, "", href(to));
    arrivedTop = 0;
  }
  shown.value = readPlace();
}

/** A copy of the query with some of it changed; what is undefined or empty goes. */
export function changeQuery(change: Record<string, string | undefined>): string {
  const query = new URLSearchParams(shown.peek().query);
  for (const [name, value] of Object.entries(change)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  return shown.peek().path + (text && `?${text}`);
}

const kept = new Map<string, Signal<unknown>>();

/**
 * Something that the present entry of the history remembers: coming back or loading again finds it as it was, following a link begins anew.
 * What cannot be kept is forgotten, without a word.
 */
export function remember<Value>(name: string, initial: Value): Signal<Value> {
  const key = `kinora.entry.${shown.peek().entry}.${name}`;
  const known = kept.get(key);
  if (known) return known as Signal<Value>;
  const value = signal<Value>(readKept(key) ?? initial);
  value.subscribe((now) => writeKept(key, now));
  kept.set(key, value as Signal<unknown>);
  return value;
}

/** Puts the page back to where it was when the entry was left; call it once what is shown has its height. */
export function restoreScroll(): void {
  scrollTo({ top: arrivedTop, behavior: "instant" });
}

/** Follows links of the pages and the history without loading anew. Called once. */
export function startRouter(): void {
  history.scrollRestoration = "manual";
  if (!history.state?.entry) history.replaceState({ entry: newEntry() }, "");
  arrive();
  addEventListener("popstate", arrive);
  addEventListener("pagehide", keepScroll);
  addEventListener("scroll", () => (scrolled ||= setTimeout(keepSoon, 200)), { passive: true });
  document.addEventListener("click", followLink);
}

/** How far down an entry was left. It is read on arrival: what is shown until its rows are there is shorter, and scrolls up. */
let arrivedTop = 0;

function arrive(): void {
  const arrived = readPlace();
  arrivedTop = readKept<number>(scrollKey(arrived.entry)) ?? 0;
  shown.value = arrived;
}

const scrollKey = (entry: string): string => `kinora.entry.${entry}.scroll`;

let scrolled: ReturnType<typeof setTimeout> | undefined;
function keepSoon(): void {
  scrolled = undefined;
  keepScroll();
}

function keepScroll(): void {
  writeKept(scrollKey(shown.peek().entry), Math.round(scrollY));
}

function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin || !isPage(link.pathname)) return;
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
  event.preventDefault();
  go(link.pathname.slice(BASE.length - 1) + link.search + link.hash);
}

const PAGES = /^(jobs(\/[^/]+)?|create|analyze|analytics|settings)?\/?$/;
const isPage = (pathname: string): boolean => pathname.startsWith(BASE) && PAGES.test(pathname.slice(BASE.length));

function readPlace(): Place {
  const below = location.pathname.slice(BASE.length - 1).replace(/(.)\/+$/, "$1");
  return { path: below || "/", query: new URLSearchParams(location.search), entry: history.state?.entry ?? "first" };
}

const newEntry = (): string => `${Date.now().toString(36)}${++made}`;
let made = 0;

function readKept<Value>(key: string): Value | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

function writeKept(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // There is no room, or none is allowed: it is only a comfort.
  }
}
