import type { Preferences } from "./preferences.ts";

/** What is preferred as long as nobody has said otherwise. */
export const USUAL_PREFERENCES: Preferences = {
  theme: "system",
  style: "cinematic",
  voice: null,
  language: null,
  quality: "720p",
  aspect: "16:9",
  captions: "auto",
  music: "auto",
  autoplay: false,
  refresh_interval: 5,
  notifications: false,
  currency: "EUR",
  compute_per_hour: null,
  storage_per_gb_month: null,
};
