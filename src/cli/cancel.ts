import { cancelJob } from "../client/actions.ts";
import { KinoraError } from "../domain/error.ts";
import { callServer } from "./server-call.ts";
import type { Surroundings } from "./studio.ts";

const USAGE = `
Usage: kinora cancel JOB [JOB ...] [options]

Stops jobs that wait or run.`;

/** `kinora cancel`: stops jobs, one after the other, up to the first that cannot be. */
export const cancel = (args: string[], around: Surroundings): Promise<number> =>
  callServer(args, around, {
    usage: USAGE,
    flags: [],
    async run({ positionals, values }, client, { stdout }) {
      if (positionals.length === 0) throw new KinoraError("invalid_request", "Name a job: kinora cancel JOB. See them with: kinora jobs");
      for (const jobId of positionals) {
        const job = await cancelJob(jobId, client);
        stdout.write(values.json ? `${JSON.stringify(job)}\n` : `${job.job_id} is ${job.status}.\n`);
      }
      return 0;
    },
  });
