import type { Endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";
import { about } from "./about.ts";
import { actions } from "./actions.ts";
import { analytics } from "./analytics.ts";
import { bulk } from "./bulk.ts";
import { choices } from "./choices.ts";
import { estimate } from "./estimate.ts";
import { events } from "./events.ts";
import { exportJobs } from "./export.ts";
import { films } from "./films.ts";
import { generate } from "./generate.ts";
import { attempts } from "./job-attempts.ts";
import { jobs } from "./jobs.ts";
import { logs } from "./logs.ts";
import { preferences } from "./preferences.ts";
import { queue } from "./queue.ts";
import { reports } from "./reports.ts";
import { askedRequest } from "./request.ts";
import { result } from "./result.ts";
import { settings } from "./settings.ts";
import { status } from "./status.ts";
import { storyboard } from "./storyboard.ts";
import { voiceSample } from "./voice-sample.ts";

/** The dialect `/mcp`. */
export const mcp = (means: ServerMeans): Endpoint[] => [
  generate(means),
  estimate(means),
  askedRequest(means),
  status(means),
  jobs(means),
  ...actions(means),
  bulk(means),
  exportJobs(means),
  films(means),
  result(means),
  ...storyboard(means),
  ...logs(means),
  events(means),
  ...choices(means),
  voiceSample(means),
  queue(means),
  attempts(means),
  ...preferences(means),
  ...settings(means),
  ...about(means),
  ...analytics(means),
  ...reports(means),
];
