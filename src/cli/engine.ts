import type { ResolvedSettings } from "../domain/settings.ts";
import type { TunableLog } from "../system/log.ts";

/** A server that takes and makes films. */
export type Engine = {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  url: string;
  /** Takes nothing more, ends what runs so that the next start goes on with it, and closes the store. */
  stop(): Promise<void>;
};

/** Starts the server; `bench` accepts jobs that do nothing, to measure by. `signal` gives a start up. Main hands it in. */
export type StartEngine = (settings: ResolvedSettings, means: EngineMeans) => Promise<Engine>;

/** `origins` says by path who set a setting, `configFile` which file of settings was read. */
export type EngineMeans = {
  log: TunableLog;
  bench: boolean;
  signal: AbortSignal;
  origins: Readonly<Record<string, string>>;
  configFile: string | null;
};
