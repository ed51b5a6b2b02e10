import type { LanguageChoice, StyleChoice, VoiceChoice } from "../domain/choices.ts";
import type { DataSource } from "../domain/data.ts";
import type { Settings } from "../domain/settings.ts";
import type { AnalyticsService } from "../service/analytics.ts";
import type { ManyJobs } from "../service/many.ts";
import type { PreferenceKeeper } from "../service/preferences.ts";
import type { Premises } from "../service/premises.ts";
import type { QueueView } from "../service/queue.ts";
import type { Requests } from "../service/requests.ts";
import type { VoiceSamples } from "../service/samples.ts";
import type { JobService } from "../service/service.ts";
import type { SettingKeeper } from "../service/settings.ts";

/** What the server works with; main hands it in. */
export type ServerMeans = {
  service: JobService;
  many: ManyJobs;
  requests: Requests;
  /** Read when they are used: some change while the server runs. */
  settings: Settings;
  preferences: PreferenceKeeper;
  settingKeeper: SettingKeeper;
  premises: Premises;
  analytics: AnalyticsService;
  /** The product's version, as it is shown. */
  version: string;
  /** Whether jobs that do nothing are taken, so that the engine can be measured. */
  noop: boolean;
  /** The page and the documentation's parts. */
  data: DataSource;
  /** Every voice there is. */
  voices: readonly VoiceChoice[];
  styles: readonly StyleChoice[];
  languages: readonly LanguageChoice[];
  /** How the queue stands now. */
  queue: () => QueueView;
  /** How voices sound. */
  samples: VoiceSamples;
  /** Microseconds since 1970. */
  nowUs: () => number;
  /** Where failures go that nobody foresaw; whoever asked is told nothing of them. */
  logFailure: (message: string, fields: Record<string, string>) => void;
};
