import { callApi } from "./inner/call.ts";
import type { ClientOptions } from "./options.ts";
import type { FilmRequest } from "./words.ts";

/** How the pages look, and what they begin a new film with. Kept on the server. */
export type Preferences = {
  theme: "system" | "light" | "dark";
  /** null leaves it to the server's own default, or to the text. */
  style: NonNullable<FilmRequest["style"]>;
  voice: string | null;
  language: string | null;
  quality: NonNullable<FilmRequest["quality"]>;
  aspect: NonNullable<FilmRequest["aspect"]>;
  captions: NonNullable<FilmRequest["captions"]>;
  music: NonNullable<FilmRequest["music"]>;
  /** Whether players begin by themselves. */
  autoplay: boolean;
  /** How often figures that no event tells are asked for again, s; 2 to 300. */
  refresh_interval: number;
  /** Whether the browser tells when a job ends while the page is hidden. */
  notifications: boolean;
  /** ISO 4217, and what things cost in it; null for not set. */
  currency: string;
  compute_per_hour: number | null;
  storage_per_gb_month: number | null;
};

export const getPreferences = (options?: ClientOptions): Promise<Preferences> =>
  callApi({ method: "GET", path: "/mcp/preferences" }, options);

/** Changes some; answers all. */
export const putPreferences = (change: Partial<Preferences>, options?: ClientOptions): Promise<Preferences> =>
  callApi({ method: "PUT", path: "/mcp/preferences", body: change, again: true }, options);
