import type { Endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";
import { about } from "./about.ts";
import { actions } from "./actions.ts";
import { analytics } from "./analytics.ts";
import { choices } from "./choices.ts";
import { events } from "./events.ts";
import { generate } from "./generate.ts";
import { jobs } from "./jobs.ts";
import { logs } from "./logs.ts";
import { preferences } from "./preferences.ts";
import { attempts } from "./job-attempts.ts";
import { reports } from "./reports.ts";
import { result } from "./result.ts";
import { settings } from "./settings.ts";
import { queue } from "./queue.ts";
import { status } from "./status.ts";
import { storyboard } from "./storyboard.ts";
import { voiceSample } from "./voice-sample.ts";

/** The dialect `/mcp`. */
export const mcp = (means: ServerMeans): Endpoint[] => [
  generate(means),
  status(means),
  jobs(means),
  ...actions(means),
  result(means),
  ...storyboard(means),
  ...logs(means),
  events(means),
  ...choices(means),
  voiceSample(means),
  ...preferences(means),
  ...settings(means),
  ...about(means),
  ...analytics(means),
  ...reports(means),
];
  queue(means),
  attempts(means),
