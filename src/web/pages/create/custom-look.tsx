import { Fault } from "../../parts/field.tsx";
import { change, form } from "../../state/create.ts";
import type { Form } from "../../state/create-form.ts";
import { faultOf } from "./fault.ts";

type Custom = NonNullable<Form["custom"]>;
type Palette = Exclude<NonNullable<Custom["palette"]>, string>;
type Colour = "background_top" | "background_bottom" | "ground" | "accent" | "text";

const COLOURS: [name: Colour, label: string, usual: string][] = [
  ["background_top", "Sky", "#16324f"],
  ["background_bottom", "Horizon", "#e7a977"],
  ["ground", "Ground", "#2b3d41"],
  ["accent", "Accent", "#f4c353"],
  ["text", "Letters", "#ffffff"],
];

const FONTS: NonNullable<NonNullable<Custom["fonts"]>["heading"]>[] = [
  "montserrat-medium",
  "montserrat-semibold",
  "montserrat-bold",
  "montserrat-extrabold",
  "noto-sans-bold",
];
const MOTIONS = ["still", "slow", "medium", "fast"] as const;

const nameFont = (font: string): string =>
  font
    .split("-")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");

/** The colours that a custom style is told; none where it goes by a palette's name. */
export const ownColours = (custom: Form["custom"]): Partial<Palette> => {
  const palette = custom?.palette;
  return typeof palette === "object" ? palette : {};
};

const setPart = (part: Partial<Custom>): void => {
  const next: Record<string, unknown> = { ...form.peek().custom, ...part };
  for (const [name, value] of Object.entries(next)) if (value === undefined) delete next[name];
  change({ custom: next as Custom });
};

function setColour(name: Colour, value: string | undefined): void {
  const palette: Record<string, unknown> = { ...ownColours(form.peek().custom), [name]: value };
  if (value === undefined) delete palette[name];
  setPart({ palette: Object.keys(palette).length > 0 ? (palette as Palette) : undefined });
}

/** What the style of one's own is like: its colours, its letters, how fast it moves. More can be told by the API and `kinora make`. */
export function CustomLook() {
  const custom = form.value.custom ?? {};
  const colours = ownColours(custom);
  const fault = faultOf("custom", "The style");
  const motion = typeof custom.motion === "string" ? custom.motion : custom.motion === undefined ? "" : String(custom.motion);
  return (
    <fieldset class="create-look" aria-label="Your style">
      {COLOURS.map(([name, label, usual]) => (
        <span key={name} class="create-colour">
          <label class="row">
            <input
              type="checkbox"
              class="check"
              checked={colours[name] !== undefined}
              onChange={(event) => setColour(name, event.currentTarget.checked ? usual : undefined)}
            />
            {label}
          </label>
          <input
            type="color"
            aria-label={`Colour: ${label}`}
            value={colours[name] ?? usual}
            data-unset={colours[name] === undefined || undefined}
            onInput={(event) => setColour(name, event.currentTarget.value)}
          />
        </span>
      ))}
      <label class="field">
        <span class="label">Letters of titles</span>
        <select
          class="input"
          value={custom.fonts?.heading ?? ""}
          onChange={(event) => setPart({ fonts: withHeading(custom.fonts, event.currentTarget.value) })}
        >
          <option value="">The style's own</option>
          {FONTS.map((font) => (
            <option key={font} value={font}>
              {nameFont(font)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="label">Motion</span>
        <select
          class="input"
          value={motion}
          onChange={(event) => setPart({ motion: (event.currentTarget.value || undefined) as Custom["motion"] })}
        >
          <option value="">The style's own</option>
          {motion && !MOTIONS.some((name) => name === motion) && <option value={motion}>{motion} times</option>}
          {MOTIONS.map((name) => (
            <option key={name} value={name}>
              {name.charAt(0).toUpperCase() + name.slice(1)}
            </option>
          ))}
        </select>
      </label>
      {fault && <Fault>{fault}</Fault>}
    </fieldset>
  );
}

/** Fonts with another heading; undefined when nothing is left to be told. */
function withHeading(fonts: Custom["fonts"], heading: string): Custom["fonts"] {
  const { heading: _, ...rest } = fonts ?? {};
  const next = heading ? { ...rest, heading: heading as (typeof FONTS)[number] } : rest;
  return Object.keys(next).length > 0 ? next : undefined;
}
