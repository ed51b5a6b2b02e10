import { computed, effect, signal } from "@preact/signals";
import type { ListedJob } from "../../client/answers.ts";
import { listJobs } from "../../client/lists.ts";
import type { LiveEvent } from "../../client/live.ts";
import { awake, hearAll, resync } from "../live.ts";
import { baseUrl, go } from "../router.ts";
import { sayBriefly, sayMany } from "../say.ts";
import { wordsOfMine } from "./made-here.ts";
import { preferences } from "./preferences.ts";
import { say } from "./toasts.ts";

/** A job that has ended. */
export type Ended = Pick<ListedJob, "job_id" | "prompt" | "title" | "status" | "error" | "thumbnail_url"> & { finished_at: string };

/** What this browser keeps: since when it listens, what has been seen, both by the server's clock, and what was opened since. */
type Kept = { since: string; seen: string; opened: string[] };

const NAME = "kinora.notifications";
const MOST = 20;
const GATHER_MS = 800;

const kept = signal<Kept | null>(read());
const ended = signal<readonly Ended[]>([]);

/** The jobs that have ended since this browser began to listen, the newest first; 20 at most. */
export const notifications = computed(() => ended.value.filter(({ finished_at }) => finished_at > (kept.value?.since ?? "")));

/** Whether a job's end has not been seen yet. */
export const isUnread = ({ job_id, finished_at }: Ended): boolean =>
  finished_at > (kept.value?.seen ?? "") && !kept.value?.opened.includes(job_id);

/** How many have not been seen. */
export const unread = computed(() => notifications.value.filter(isUnread).length);

function read(): Kept | null {
  try {
    const { since, seen, opened } = JSON.parse(localStorage.getItem(NAME) ?? "");
    return typeof since === "string" && typeof seen === "string" && Array.isArray(opened) ? { since, seen, opened } : null;
  } catch {
    return null;
  }
}

function keep(next: Kept): void {
  kept.value = next;
  try {
    localStorage.setItem(NAME, JSON.stringify(next));
  } catch {
    // It holds until the page is loaded anew.
  }
}

/** Takes one, or all, for seen. */
export function markSeen(jobId?: string): void {
  const now = kept.peek();
  if (!now) return;
  if (jobId) keep({ ...now, opened: [...now.opened, jobId].slice(-MOST) });
  else keep({ ...now, seen: ended.peek()[0]?.finished_at ?? now.seen, opened: [] });
}

let gathering: ReturnType<typeof setTimeout> | undefined;

/** Asks soon which jobs have ended: once for all that end at about the same time, and not while nobody looks. */
function gather(): void {
  if (gathering !== undefined) return;
  gathering = setTimeout(() => {
    gathering = undefined;
    if (awake.peek()) void load().catch(() => undefined);
  }, GATHER_MS);
}

async function load(): Promise<void> {
  const { jobs } = await listJobs(
    { status: ["completed", "failed"], sort_by: "updated_at", sort_order: "desc", limit: MOST },
    { baseUrl, retries: 0 },
  );
  const found = jobs.flatMap(({ finished_at, ...job }) => (finished_at ? [{ ...job, finished_at }] : []));
  ended.value = found.sort((a, b) => (a.finished_at < b.finished_at ? 1 : -1));
  const newest = ended.value[0]?.finished_at ?? "";
  if (!kept.peek()) keep({ since: newest, seen: newest, opened: [] });
}

/** Listens for ends. Returns what ends that. */
export function watchEnds(): () => void {
  const endHearing = hearAll(hear);
  const endAsking = effect(() => {
    void resync.value;
    if (awake.value) gather();
  });
  const readAgain = (event: StorageEvent) => {
    if (event.key === NAME) kept.value = read();
  };
  addEventListener("storage", readAgain);
  return () => {
    endHearing();
    endAsking();
    removeEventListener("storage", readAgain);
  };
}

/** What jobs are about, as far as their making was heard. */
const prompts = new Map<string, string>();
const MOST_PROMPTS = 500;

function hear(event: LiveEvent): void {
  if ("snapshot" in event) return;
  if (event.event === "job_created") {
    prompts.set(event.job_id, event.prompt.slice(0, 500));
    if (prompts.size > MOST_PROMPTS) prompts.delete(prompts.keys().next().value as string);
  }
  if (event.event !== "job_completed" && event.event !== "job_failed") return;
  gather();
  tell(event.job_id, event.event === "job_completed");
}

function tell(jobId: string, isGood: boolean): void {
  const mine = wordsOfMine(jobId);
  const words = mine ?? prompts.get(jobId);
  const name = words?.trim() ? `“\u2068${sayBriefly(words, 80)}\u2069”` : "A film";
  const text = `${name} ${isGood ? "is ready" : "could not be made"}.`;
  const open = () => {
    markSeen(jobId);
    go(`/jobs/${jobId}`);
  };
  if (document.visibilityState === "hidden") tellOutside(text, open);
  else if (mine !== undefined && location.pathname !== `${baseUrl}/jobs/${jobId}`)
    say(isGood ? "good" : "bad", text, { label: "Open", run: open });
}

/** Whether the browser could tell while the page is hidden: only pages that came by HTTPS, or from this machine, may ask for that. */
export const canTellOutside = (): boolean => isSecureContext && "Notification" in globalThis;

const SOON_MS = 5000;
let lastMs = 0;
let together = 0;

/** Tells by the system; what ends at about the same time becomes one message. */
function tellOutside(text: string, open: () => void): void {
  if (!preferences.peek().notifications || !canTellOutside() || Notification.permission !== "granted") return;
  const now = Date.now();
  together = now - lastMs < SOON_MS ? together + 1 : 1;
  lastMs = now;
  const many = together > 1;
  try {
    const body = many ? `${sayMany(together, "job")} have ended.` : text;
    const shown = new Notification("Kinora", { body, tag: "kinora-ended", icon: `${baseUrl}/icon-192.png` });
    shown.onclick = () => {
      shown.close();
      window.focus();
      if (many) go("/jobs");
      else open();
    };
  } catch {
    // Some systems let only service workers tell; the bell has it all the same.
  }
}
