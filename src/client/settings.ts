import { callApi } from "./inner/call.ts";
import type { ClientOptions } from "./options.ts";

/** A setting of the server. What a flag, a variable or `kinora.toml` sets is the owner's word and not `editable` here. */
export type ServerSetting = {
  /** Such as `limits.queue`. */
  path: string;
  value: string | number | null;
  fallback: string | number | null;
  /** Who set it: `default`, `page`, `--port`, `KINORA_PORT` or the file's path. */
  origin: string;
  editable: boolean;
  kind: "text" | "number";
  /** What it may be, to follow "must be". */
  allowed: string;
  /** All that it may be, where those can be counted. */
  options: readonly string[] | null;
  /** The smallest and the largest number; null for text, and where there is none. */
  least: number | null;
  most: number | null;
  description: string;
};

export const getSettings = (options?: ClientOptions): Promise<{ settings: ServerSetting[] }> =>
  callApi({ method: "GET", path: "/mcp/settings" }, options);

/** Changes some by their paths, at once and for good; null puts back what is built in. Answers all. */
export const putSettings = (
  change: Record<string, string | number | null>,
  options?: ClientOptions,
): Promise<{ settings: ServerSetting[] }> => callApi({ method: "PUT", path: "/mcp/settings", body: change, again: true }, options);

/** What this server is and stands on. Sizes are bytes. */
export type About = {
  version: string;
  /** Of the code that makes films: same code, same bytes. */
  code: string;
  started_at: string;
  platform: string;
  processors: number;
  ffmpeg: { ok: boolean; detail: string; path: string | null };
  paths: { data: string; jobs: string; cache: string; database: string; config: string | null };
  disk: { free: number; total: number };
  /** null until they have been counted, soon after the server's start. */
  sizes: { jobs: number; cache: number; database: number } | null;
  base_path: string;
};

export const getAbout = (options?: ClientOptions): Promise<About> => callApi({ method: "GET", path: "/mcp/about" }, options);

/** Throws away finished parts that are kept for reuse and that no running job needs. Films stay. */
export const clearCache = (options?: ClientOptions): Promise<{ freed_bytes: number; files: number }> =>
  callApi({ method: "DELETE", path: "/mcp/cache", again: true }, { timeoutMs: 120_000, ...options });
