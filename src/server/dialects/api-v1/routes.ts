import type { Endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";
import { createJob } from "./create.ts";
import { countJobs, job } from "./job.ts";
import { listJobs } from "./list.ts";

/** The dialect `/api/v1/jobs`. */
export const apiV1 = (means: ServerMeans): Endpoint[] => [createJob(means), listJobs(means), countJobs(means), ...job(means)];
