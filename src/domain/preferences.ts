import { z } from "zod";
import { Captions } from "./caption-look.ts";
import { Aspect, Quality } from "./frame.ts";
import { READY_STYLES, type Style } from "./job.ts";
import { primaryLanguage } from "./language-tag.ts";
import { Mood } from "./storyboard.ts";
import { USUAL_PREFERENCES } from "./usual-preferences.ts";

const rate = z.number().min(0, { error: "must be at least 0" }).max(1_000_000, { error: "must be at most 1,000,000" }).nullable();

const REFRESH = { error: "must be 2 to 300 seconds" };

/** How the pages look, and what they begin a new film with. */
export const Preferences = z.strictObject({
  theme: z.enum(["system", "light", "dark"]).describe("Colours of the pages; `system` is as the browser has them"),
  style: z.enum(READY_STYLES as [Style, ...Style[]]).describe("Style of a new film"),
  voice: z.string().min(1).max(80).nullable().describe("Voice of a new film; null for the first of its language"),
  language: z
    .string()
    .max(35)
    .refine((tag) => primaryLanguage(tag) !== "und", { error: "is no language tag; use one such as en, es, fr, de, ja or zh" })
    .nullable()
    .describe("Language of a new film, BCP 47; null to tell it from the text"),
  quality: Quality.describe("Quality of a new film"),
  aspect: Aspect.describe("Shape of a new film"),
  captions: Captions,
  music: z.union([Mood, z.enum(["auto", "off"])], { error: "is no mood; use one of those of /mcp/styles" }).describe("Music of a new film"),
  autoplay: z.boolean().describe("Whether players begin by themselves"),
  refresh_interval: z.number().min(2, REFRESH).max(300, REFRESH).describe("How often figures that no event tells are asked for again, s"),
  notifications: z.boolean().describe("Whether the browser tells when a job ends while the page is hidden"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: "is no currency; use its three letters, such as EUR" })
    .describe("What costs are counted in, ISO 4217"),
  compute_per_hour: rate.describe("What an hour of computing costs; null for not set"),
  storage_per_gb_month: rate.describe("What a GB kept for a month costs; null for not set"),
});
export type Preferences = z.infer<typeof Preferences>;

/** Some preferences, to be changed. */
export const PreferencesChange = Preferences.partial();
export type PreferencesChange = z.infer<typeof PreferencesChange>;

/** Preferences as they were kept, with the usual ones where there are none, or none that this version knows. */
export function readPreferences(kept: Readonly<Record<string, unknown>>): Preferences {
  const known = Object.entries(Preferences.shape).flatMap(([name, schema]) => {
    const parsed = Object.hasOwn(kept, name) ? schema.safeParse(kept[name]) : undefined;
    return parsed?.success ? [[name, parsed.data]] : [];
  });
  return { ...USUAL_PREFERENCES, ...Object.fromEntries(known) };
}
