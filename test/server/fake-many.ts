import { KinoraError } from "../../src/domain/error.ts";
import type { JobRecord, ListedJob } from "../../src/domain/job-record.ts";
import type { BulkResult, FilmFile, JobSelection, ManyJobs } from "../../src/service/many.ts";
import { type FakeService, fakeService } from "./fake-service.ts";

/** What can be done with many jobs of a service in memory; `lastSelection` is what was asked for last. */
export type FakeMany = ManyJobs & { lastSelection: JobSelection | undefined };

export function fakeMany(service: FakeService = fakeService()): FakeMany {
  const select = (selection: JobSelection): JobRecord[] => {
    many.lastSelection = selection;
    if ("filter" in selection) {
      const page = service.list({
        ...selection.filter,
        sortBy: "created_at",
        descending: false,
        limit: Number.MAX_SAFE_INTEGER,
        offset: 0,
      });
      return page.jobs.map(({ id }) => service.job(id));
    }
    const found = selection.ids.flatMap((id) => service.jobs.get(id.toLowerCase()) ?? []);
    if (found.length === 0) throw new KinoraError("not_found", "There are no such jobs.");
    return found;
  };
  const listed = (job: JobRecord): ListedJob =>
    service
      .list({ search: job.id, sortBy: "created_at", descending: true, limit: Number.MAX_SAFE_INTEGER, offset: 0 })
      .jobs.find(({ id }) => id === job.id)!;
  const many: FakeMany = {
    lastSelection: undefined,
    async act(action, selection) {
      const ids = "ids" in selection ? [...new Set(selection.ids)] : select(selection).map(({ id }) => id);
      many.lastSelection = selection;
      const results = ids.map(async (id): Promise<BulkResult> => {
        try {
          await service[action](id);
          return { jobId: id, outcome: "done", reason: null };
        } catch (error) {
          const { code, message } = error as KinoraError;
          return { jobId: id, outcome: code === "wrong_state" ? "skipped" : "failed", reason: message };
        }
      });
      return { results: await Promise.all(results), remaining: 0 };
    },
    async *each(selection = { filter: {} }) {
      for (const job of select(selection)) yield [{ job, listed: listed(job) }];
    },
    async films(selection) {
      const films = select(selection).flatMap(({ id, title, prompt }): FilmFile[] => {
        const path = service.files.get(`${id}/1/film.mp4`);
        return path === undefined
          ? []
          : [{ id, title, prompt, path, bytes: Bun.file(path).size, changed: new Date("2026-11-20T12:00:00") }];
      });
      if (films.length === 0) throw new KinoraError("wrong_state", "None of these jobs has a finished film.");
      return films;
    },
  };
  return many;
}
