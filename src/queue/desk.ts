import type { Settings } from "../domain/settings.ts";
import type { Lines } from "./lines.ts";
import type { Saver } from "./saver.ts";
import type { Workshop } from "./work.ts";

/** Where films go (`jobs`), and where workers put what is unfinished (`temporary`). */
export type QueueFolders = { jobs: string; temporary: string };

/** What every run of a job needs: who works, who stores, what the limits are. Time and chance are handed in. */
export type Desk = {
  workshop: Workshop;
  saver: Saver;
  lines: Lines;
  /** Read when they are used: they may change. */
  settings: Pick<Settings, "limits" | "retry">;
  folders: QueueFolders;
  nowUs: () => number;
  steadyUs: () => number;
  random: () => number;
};
