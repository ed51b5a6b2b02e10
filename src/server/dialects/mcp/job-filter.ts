import { z } from "zod";
import { KinoraError } from "../../../domain/error.ts";
import type { JobFilter } from "../../../domain/job-query.ts";
import { parse } from "../../../domain/submit.ts";
import { JobFilterQuery, toJobFilter } from "./jobs-query.ts";

const text = (description: string) =>
  z.union([z.string(), z.number()], { error: "must be a text or a number" }).optional().describe(description);
const { status, date_range, from, to, priority, style, kind, search } = JobFilterQuery.shape;
const describe = (schema: z.ZodType): string => schema.description ?? String(schema.meta()?.description ?? "");

/** What narrows a list, as it stands in a body. Each is checked as in the query of `GET /mcp/jobs`. */
export const FilterBody = z
  .strictObject({
    status: z
      .union([z.string(), z.array(z.string()).min(1).max(50)], { error: "must be a status or a list of some" })
      .optional()
      .describe(describe(status)),
    date_range: text(describe(date_range)),
    from: text(describe(from)),
    to: text(describe(to)),
    priority: text(describe(priority)),
    style: text(describe(style)),
    kind: text(describe(kind)),
    search: text(describe(search)),
  })
  .meta({ title: "JobFilter", description: "Which jobs, in the words of `GET /mcp/jobs`; `{}` is every job" });

/**
 * A filter of a body in the service's words. Throws `invalid_request`, with paths below `filter`, for what `GET /mcp/jobs` would refuse, and for
 * words that narrow nothing: who means every job says `{}`.
 */
export function readFilter(body: z.infer<typeof FilterBody>, nowUs: number): JobFilter {
  const said = Object.entries(body).filter(([, value]) => value !== undefined);
  const texts = Object.fromEntries(said.map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : String(value)]));
  const filter = below("filter", () => toJobFilter(parse(JobFilterQuery, texts), nowUs));
  if (said.length > 0 && Object.keys(filter).length === 0) {
    const message = "narrows nothing; send {} to mean every job";
    throw new KinoraError("invalid_request", `filter ${message}.`, { faults: [{ path: "filter", message }] });
  }
  return filter;
}

/** Has what is wrong with a part said with its place in the whole. */
function below<Value>(place: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof KinoraError)) throw error;
    const faults = error.faults.map(({ path, message }) => ({ path: path === "" ? place : `${place}.${path}`, message }));
    throw new KinoraError(error.code, `${place}.${error.message}`, { cause: error, faults });
  }
}
