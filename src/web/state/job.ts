import { computed, signal } from "@preact/signals";
import { approve, cancelJob, retryJob } from "../../client/actions.ts";
import type { FilmResult, JobDetails } from "../../client/answers.ts";
import { KinoraApiError } from "../../client/errors.ts";
import type { LiveEvent } from "../../client/live.ts";
import { type Attempt, getAttempts } from "../../client/queue.ts";
import { getJobDetails, getResult } from "../../client/status.ts";
import { getStoryboard, type TaggedStoryboard } from "../../client/storyboards.ts";
import { askEvery, awake, hearJob, paused, resync } from "../live.ts";
import { baseUrl } from "../router.ts";
import { type Asked, readAsked } from "./job-asked.ts";
import { type Log, openLog } from "./log.ts";
import { preferences } from "./preferences.ts";
import { say, sayError } from "./toasts.ts";

type Part = "details" | "asked" | "attempts" | "board" | "result";

const TOGETHER_MS = 250;
const HARDLY_EVER_SEC = 3600;
const ENDS = ["completed", "failed", "cancelled"];

/** Everything that is known of one job, kept up to date while its page is open. */
export type OpenJob = ReturnType<typeof openJob>;

/** Begins to ask for a job and to hear of it, until `close`. */
export function openJob(id: string) {
  const details = signal<JobDetails | null>(null);
  const asked = signal<Asked | null>(null);
  const attempts = signal<Attempt[] | null>(null);
  const board = signal<TaggedStoryboard | null>(null);
  const result = signal<FilmResult | null>(null);
  const fault = signal<unknown>(undefined);
  const newest = signal<string | null>(null);
  const busy = signal(false);
  const log: Log = openLog(id);

  const asking: Record<Part, (options: { baseUrl: string; signal?: AbortSignal }) => Promise<void>> = {
    async details(options) {
      try {
        details.value = await getJobDetails(id, options);
        fault.value = undefined;
      } catch (error) {
        if (!options.signal?.aborted) fault.value = error;
        throw error;
      }
      const { stages, status, kind } = details.peek()!;
      const isPlanned = stages.some(({ name, finished_at }) => name === "plan" && finished_at !== null);
      if (isPlanned && !board.peek()) want("board");
      if (status === "completed" && kind === "generate" && !result.peek()) want("result");
    },
    async asked(options) {
      asked.value = await readAsked(id, options);
    },
    async attempts(options) {
      attempts.value = (await getAttempts(id, options)).attempts;
    },
    async board(options) {
      board.value = await getStoryboard(id, options);
    },
    async result(options) {
      result.value = await getResult(id, options);
    },
  };

  const wanted = new Set<Part>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks for parts anew, soon: what happens at the same time is asked for once. */
  function want(...parts: Part[]): void {
    for (const part of parts) wanted.add(part);
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!awake.peek()) return;
      const now = [...wanted];
      wanted.clear();
      for (const part of now) void asking[part]({ baseUrl }).catch(() => undefined);
    }, TOGETHER_MS);
  }

  function take(event: LiveEvent): void {
    if (event.event === "job_log_entry") {
      log.take(event);
      return;
    }
    const seen = event.event === "events_expired" ? "all" : noteEvent(event, { details, board, newest });
    if (seen === "all") want("details", "attempts", "board");
    else if (seen === "film") want("details", "attempts", "board", "result");
    else if (seen === "stages") want("details", "attempts");
  }

  let isFirst = true;
  let missed = resync.peek();
  const askMore = async (signal: AbortSignal) => {
    const parts: Part[] = isFirst ? ["details", "asked", "attempts"] : ["details", "attempts"];
    if (!isFirst && !asked.peek()) parts.push("asked");
    if (missed !== resync.peek() && board.peek()) parts.push("board");
    isFirst = false;
    missed = resync.peek();
    await Promise.allSettled(parts.map((part) => asking[part]({ baseUrl, signal })));
  };
  // Who opens a page while live updates rest wants to see it all the same.
  if (paused.peek()) void askMore(new AbortController().signal);
  const isOver = () => ENDS.includes(details.peek()?.status ?? "");
  const ends = [
    hearJob(id, take, { logs: true }),
    askEvery(() => (isOver() ? HARDLY_EVER_SEC : Math.max(5, preferences.peek().refresh_interval)), askMore),
  ];

  async function act(done: string, action: () => Promise<unknown>): Promise<void> {
    if (busy.peek()) return;
    busy.value = true;
    try {
      await action();
      say("good", done);
    } catch (error) {
      say("bad", sayError(error));
    } finally {
      busy.value = false;
      want("details", "attempts");
    }
  }

  return {
    id,
    details,
    asked,
    attempts,
    board,
    result,
    /** Why the job could not be had; what was there before stays. */
    fault,
    /** True when there is no such job. */
    missing: computed(() => fault.value instanceof KinoraApiError && (fault.value.status === 404 || fault.value.status === 400)),
    /** The still of the scene that was rendered last, while someone looked. */
    newest,
    /** True while something is being done to the job. */
    busy,
    log,
    ask: () => want("details", "asked", "attempts"),
    renew: want,
    cancel: () => act("Cancelled. What is finished is kept for a retry.", () => cancelJob(id, { baseUrl })),
    retry: () => act("It goes on from the last finished step.", () => retryJob(id, { baseUrl })),
    approve: () => act("Approved. It is rendered when its turn comes.", () => approve(id, { baseUrl })),
    close(): void {
      clearTimeout(timer);
      log.close();
      for (const end of ends) end();
    },
  };
}

type Noted = Pick<ReturnType<typeof openJob>, "details" | "board" | "newest">;

/** Puts what an event tells into what is shown; answers what has to be asked for because of it. */
function noteEvent(event: LiveEvent, { details, board, newest }: Noted): "all" | "film" | "stages" | undefined {
  const before = details.peek();
  switch (event.event) {
    case "job_status_update": {
      const { status, waiting_for, overall_progress, current_step, estimated_time_remaining } = event;
      if (!before) return undefined;
      details.value = { ...before, status, waiting_for, overall_progress, current_step, estimated_time_remaining };
      return before.status === status && before.waiting_for === waiting_for ? undefined : "stages";
    }
    case "stage_completed":
      return event.stage === "plan" || event.stage === "timeline" ? "all" : "stages";
    case "scene_rendered": {
      const { scene, thumbnail_url } = event;
      const known = board.peek();
      if (thumbnail_url) newest.value = thumbnail_url;
      if (!known || !thumbnail_url) return "all";
      const scenes = known.storyboard.scenes.map((old, index) => (index === scene ? { ...old, thumbnail: thumbnail_url } : old));
      board.value = { ...known, storyboard: { ...known.storyboard, scenes } };
      return undefined;
    }
    case "job_completed":
      return "film";
    case "job_failed":
      if (before) details.value = { ...before, error: event.error, error_code: event.error_code };
      return "all";
    case "job_cancelled":
      return "stages";
    default:
      return undefined;
  }
}
