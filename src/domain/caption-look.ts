import { z } from "zod";
import { FontName } from "./font.ts";

/** How captions look and move. */
export const CaptionLook = z.enum(["cinematic", "box", "pop", "classic", "minimal", "social", "pill"]);
export type CaptionLook = z.infer<typeof CaptionLook>;

/** Where in the picture captions stand. */
export const CaptionPosition = z.enum(["bottom", "middle", "top"]);
export type CaptionPosition = z.infer<typeof CaptionPosition>;

/** A colour as `#rrggbb`. */
export const HexColour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: "must be a colour such as #ffd042" })
  .toLowerCase();

/** A look with what is to be other than it comes. Colours that cannot be told apart are mended, with a note. */
export const CaptionSettings = z.strictObject({
  look: CaptionLook.default("cinematic"),
  size: z.number().min(0.5).max(2).default(1).describe("Size of the letters, as a multiple of the look's own"),
  position: CaptionPosition.optional().describe("By default where the look has them"),
  color: HexColour.optional().describe("The letters, #rrggbb"),
  highlight: HexColour.optional().describe("The word being spoken, its box or its line, #rrggbb"),
  outline: HexColour.optional().describe("What sets the letters off: their outline, shadow or pill, #rrggbb"),
  font: FontName.optional().describe("By default as the look has it"),
});
export type CaptionSettings = z.infer<typeof CaptionSettings>;

/** A look, a look with settings, or none. */
export type SetCaptions = CaptionLook | "off" | CaptionSettings;

const Auto = z.literal("auto");

/** What a request says about captions in the picture: a look, a look with settings, the style's own, or none. */
export const Captions = z
  .union([CaptionLook, z.enum(["auto", "off"]), CaptionSettings.extend({ look: z.union([CaptionLook, Auto]).default("auto") })], {
    error: (issue) => sayFault(issue),
  })
  .describe("A look by name, `auto` for the style's own, `off`, or an object: a look with size, position and colours");
export type Captions = z.infer<typeof Captions>;

const NAMES = `${CaptionLook.options.join(", ")}, auto or off`;

/** One fault of what should have been captions, in words. */
function sayFault(issue: { input?: unknown; errors?: z.core.$ZodIssue[][] }): string {
  if (typeof issue.input !== "object" || issue.input === null) return `must be ${NAMES}`;
  const [fault] = issue.errors?.at(-1) ?? [];
  if (!fault) return `must be ${NAMES}, or an object with a look`;
  return fault.path.length === 0 ? fault.message : `${fault.path.join(".")}: ${fault.message}`;
}

/** A request's captions with the look that is used where none is asked for; `own` holds for every look where the request does not say otherwise. */
export function chooseCaptions(captions: Captions, auto: CaptionLook, own?: Omit<CaptionSettings, "look">): SetCaptions {
  if (captions === "off") return captions;
  if (typeof captions === "string") {
    const look = captions === "auto" ? auto : captions;
    return own ? { ...own, look } : look;
  }
  const size = Math.min(2, Math.max(0.5, captions.size * (own?.size ?? 1)));
  return { ...own, ...captions, size, look: captions.look === "auto" ? auto : captions.look };
}

/** The settings that captions stand for. */
export function captionSettings(captions: SetCaptions): CaptionSettings | "off" {
  if (captions === "off") return "off";
  return typeof captions === "string" ? { look: captions, size: 1 } : captions;
}
