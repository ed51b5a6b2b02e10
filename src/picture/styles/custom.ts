import type { CaptionLook } from "../../domain/caption-look.ts";
import { colourHex } from "../../domain/contrast.ts";
import { type CustomStyle, PACES } from "../../domain/custom.ts";
import type { PictureSpec } from "../../domain/picture.ts";
import { Mood, type Transition } from "../../domain/storyboard.ts";
import { CAPTION_LOOKS } from "../caption-looks.ts";
import { toCss } from "../elements/colour.ts";
import type { Layer } from "../layer.ts";
import { nearestPalette, ownLight } from "../own-light.ts";
import { drawnTo, recoloured, tabled } from "../recolour.ts";
import { designScene } from "../settings.ts";
import { cardsOf } from "./custom/cards.ts";
import { type Colours, coloursOf } from "./custom/colours.ts";
import { grainLayer, veilLayers, vignetteLayer } from "./custom/over.ts";
import { progressLine } from "./progress-line.ts";
import type { StyleDesign, StyleMeans } from "./style.ts";

/** What a scene names keeps more of its own colours, unless everything is drawn wholly: the strength to this power. */
const NAMED_POWER = 5;
const NAMED = /^(subject \d|sun picture)/;
/** The dark edges that settings come with: this style has its own. */
const EDGES = "grade";
/** Layers that show the sky, what lies in it and what mirrors it. */
const AIR =
  /sky|star|glow|sun\b|moon|haze|cloud|cumulus|mist|shafts|nebula|wisps|aurora|galaxy|milky|meteor|comet|flare|fire|silk|ribbon|bokeh|depth|motes|light$|water|waves|roller|wash|glitter|glints|gusts|surge|beam|flash|sea|net |currents|pool|mirror|rain|snow|drops|lamps|corona/;
const TRANSITIONS: [Transition, ...Transition[]] = ["wipe", "zoom"];

/** The scenery in the palette's light, and so far drawn to its colours as it says. */
function landscape(picture: PictureSpec, { subjectSvg }: StyleMeans, { palette, own, drawing, strength }: Colours): Layer[] {
  const { visual } = picture;
  if (visual.kind !== "scenery") return [];
  const hour = own ? nearestPalette(own) : (palette ?? visual.palette);
  const designed = designScene({ ...picture, visual: { ...visual, palette: hour } }, subjectSvg, own && ownLight(own));
  const layers = designed.filter(({ name }) => name !== EDGES);
  if (strength === 0) return layers;
  const [air, land, named] = [
    tabled(drawnTo(drawing.air, strength)),
    tabled(drawnTo(drawing.land, strength)),
    drawnTo([...drawing.air, ...drawing.land], strength ** NAMED_POWER),
  ];
  return recoloured(layers, ({ name }) => (NAMED.test(name) ? named : AIR.test(name) ? air : land));
}

/** Layers that move so many times as fast. */
const paced = (layers: Layer[], pace: number): Layer[] =>
  layers.map((layer) =>
    layer.kind === "image"
      ? { ...layer, at: (timeSec) => layer.at(timeSec * pace) }
      : { ...layer, at: (timeSec) => layer.at(timeSec * pace) },
  );

/** What captions have beside their look: what was told, else the palette's colours. */
function captionsWith(
  { captions, fonts }: CustomStyle,
  look: CaptionLook,
  { letters, accent, shade }: Colours,
): StyleDesign["captionSettings"] {
  const { look: _, ...told } = captions ?? {};
  const marks = CAPTION_LOOKS[look].highlights !== "none";
  const colours = { color: colourHex(letters), outline: colourHex(shade), ...(marks && { highlight: colourHex(accent) }) };
  return { size: 1, ...colours, ...(fonts?.body && { font: fonts.body }), ...told };
}

const DESCRIPTION = "Your own palette, fonts, motion, transition, captions, music and cards; plum and apricot where nothing is told";

/** A style as it was told to be. */
function adjusted(custom: CustomStyle): StyleDesign {
  const { motion = "medium", grain = 0, vignette = 0.35, progress = "off", transition, music } = custom;
  const colours = coloursOf(custom);
  const look = custom.captions?.look ?? "box";
  const cards = { title: true, headings: true, end: true, look: "shadow", align: "side", ...custom.cards } as const;
  const pace = typeof motion === "number" ? motion : PACES[motion];
  return {
    name: "custom",
    description: DESCRIPTION,
    wants: [...(cards.look === "veil" ? (["cards"] as const) : []), ...(progress === "off" ? [] : (["progress"] as const))],
    layers: (picture, means) => paced(landscape({ ...picture, durationSec: picture.durationSec * pace }, means, colours), pace),
    front: (picture) => [
      ...grainLayer(picture, grain),
      ...vignetteLayer(picture, vignette, colours.night),
      ...(cards.look === "veil" ? veilLayers(picture, colours.shade) : []),
      ...(progress === "off" ? [] : progressLine(picture, progress, toCss(colours.accent), toCss(colours.shade, 0.35))),
    ],
    shows: [
      ...(cards.title ? (["title"] as const) : []),
      ...(cards.headings ? (["heading"] as const) : []),
      ...(cards.end ? (["end"] as const) : []),
    ],
    cards: cardsOf(custom, cards, colours),
    captions: look,
    captionSettings: captionsWith(custom, look, colours),
    transition: { kinds: transition?.kind ? [transition.kind] : TRANSITIONS, sec: transition?.seconds ?? 0.5 },
    music: music?.mood ? (Object.fromEntries(Mood.options.map((felt) => [felt, music.mood])) as StyleDesign["music"]) : {},
    ...(music?.volume !== undefined && { musicGain: music.volume }),
    adjusted,
  };
}

/** All that can be told. */
export const custom: StyleDesign = adjusted({});
