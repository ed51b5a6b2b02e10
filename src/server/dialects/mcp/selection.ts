import { z } from "zod";
import { KinoraError } from "../../../domain/error.ts";
import type { JobSelection } from "../../../service/many.ts";
import { repeatable } from "../../query.ts";
import { JobFilterQuery, toJobFilter } from "./jobs-query.ts";

/** How many jobs an address may name; longer ones are refused before they are read. */
const MOST_IDS = 400;
const error = `must be at most ${MOST_IDS} ids`;

/** Which jobs: by their ids, or by what narrows a list. */
export const SelectionQuery = JobFilterQuery.extend({
  job_id: repeatable(
    z
      .string()
      .transform((text) => text.split(","))
      .refine((ids) => ids.length <= MOST_IDS, { error })
      .optional()
      .meta({
        type: "string",
        description: `Only these jobs, at most ${MOST_IDS}; repeat it or separate them by commas. Not together with what narrows a list`,
        examples: ["0199f3a0-7c1e-7b3a-9c55-2f1d6e8a4b10"],
      }),
  ),
});

/** Which jobs a query means; all where it says nothing. Throws `invalid_request` when it says it both ways. */
export function toSelection({ job_id, ...query }: z.infer<typeof SelectionQuery>, nowUs: number): JobSelection {
  const filter = toJobFilter(query, nowUs);
  if (!job_id) return { filter };
  if (Object.values(query).every((value) => value === undefined)) return { ids: job_id };
  const message = "cannot be given together with what narrows a list";
  throw new KinoraError("invalid_request", `job_id ${message}.`, { faults: [{ path: "job_id", message }] });
}
