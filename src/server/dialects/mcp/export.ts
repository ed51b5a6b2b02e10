import { z } from "zod";
import { toTimestamp } from "../../../domain/timestamp.ts";
import type { ExportedJob as Exported } from "../../../service/many.ts";
import { downloadHeaders, streamPieces } from "../../download.ts";
import { endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";
import { oneOf } from "../../query.ts";
import { csvHeader, EXAMPLE_EXPORTED, ExportedJob, toCsv, toExported } from "./exported-job.ts";
import { SelectionQuery, toSelection } from "./selection.ts";

const ExportQuery = SelectionQuery.extend({ format: oneOf(["json", "csv"]).default("json").describe("JSON, or CSV for spreadsheets") });

/** How a format begins, goes from job to job, and ends. */
type Format = { type: string; begin: string; between: string; end: string; row: (job: Exported, nowUs: number) => string };
const FORMATS: Record<"json" | "csv", Format> = {
  json: {
    type: "application/json",
    begin: "[\n",
    between: ",\n",
    end: "\n]\n",
    row: (job, nowUs) => JSON.stringify(toExported(job, nowUs)),
  },
  // The mark at its beginning has spreadsheets read it as UTF-8.
  csv: { type: "text/csv; charset=utf-8; header=present", begin: `\uFEFF${csvHeader()}`, between: "", end: "", row: toCsv },
};

/** `GET /mcp/export`: the metadata of jobs as a file. */
export const exportJobs = ({ many, nowUs }: Pick<ServerMeans, "many" | "nowUs">) =>
  endpoint({
    method: "GET",
    path: "/mcp/export",
    name: "exportJobs",
    tag: "Jobs",
    summary: "Export the metadata of jobs",
    description: "Of all jobs, of those that pass a filter, or of those named; the oldest first. The file is sent as it is read.",
    isDownload: true,
    query: ExportQuery,
    answers: {
      200: {
        description: "The jobs, as JSON or with `format=csv` as CSV (RFC 4180, UTF-8)",
        type: "application/json",
        schema: z.array(ExportedJob).meta({ title: "ExportedJobs", description: "Jobs with all their metadata" }),
        example: [EXAMPLE_EXPORTED],
        headers: { "Content-Disposition": { description: "Its name", example: 'attachment; filename="kinora-jobs-2026-11-20.json"' } },
      },
    },
    errors: ["invalid_request", "not_found"],
    async handle({ request, query: { format, ...query } }) {
      const now = nowUs();
      const batches = many.each(toSelection(query, now));
      const first = await batches.next();
      const headers = downloadHeaders(FORMATS[format].type, `kinora-jobs-${toTimestamp(now).slice(0, 10)}.${format}`);
      if (request.method !== "HEAD") return new Response(streamPieces(write(FORMATS[format], first, batches, now)), { headers });
      await batches.return();
      return new Response(null, { headers });
    },
  });

type Batches = AsyncGenerator<Exported[], void>;

async function* write({ begin, between, end, row }: Format, first: IteratorResult<Exported[], void>, batches: Batches, nowUs: number) {
  try {
    let before = begin;
    for (let next = first; !next.done; next = await batches.next()) {
      if (next.value.length === 0) continue;
      yield before + next.value.map((job) => row(job, nowUs)).join(between);
      before = between;
    }
    yield before === begin ? begin + end : end;
  } finally {
    await batches.return();
  }
}
