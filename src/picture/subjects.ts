import type { Subject } from "../domain/storyboard.ts";
import { gradientStops, mix, parseColour, toCss } from "./elements/colour.ts";
import { CELESTIAL, drawLayer, nestedSvg, type Stage, swing, together } from "./elements/stage.ts";
import type { ImageLayer, Layer, SceneryBrief } from "./layer.ts";

/** Where a pictured thing belongs: in the air, on water, on the ground, or nowhere in particular. */
export type Habitat = "sky" | "water" | "ground" | "nowhere";

const SKY =
  /^(airplane.*|small-airplane|helicopter|rocket|flying-saucer|satellite|parachute|balloon|kite|bird|blackbird|dove|eagle|owl|bat|parrot|butterfly|honeybee|lady-beetle|mosquito|phoenix-bird|dragon|comet|shooting-star|star|glowing-star|sparkle.*|ringed-planet|globe-showing-.*|milky-way|rainbow|cloud.*|sun-behind-.*|snowflake|fireworks|high-voltage|wing|feather|carp-streamer|mountain-cableway|aerial-tramway|suspension-railway|leaf-fluttering-in-wind)$/;
const WATER =
  /^(ship|passenger-ship|sailboat|ferry|speedboat|motor-boat|canoe|desert-island|whale|spouting-whale|dolphin|fish|tropical-fish|blowfish|shark|octopus|squid|jellyfish|turtle|seal|otter|duck|swan|goose|ring-buoy|penguin|person-rowing-boat)$/;
const GROUND =
  /^(tree|.*-tree|cactus|potted-plant|seedling|herb|tulip|rose|sunflower|hibiscus|blossom|hyacinth|mushroom|brown-mushroom|sheaf-of-rice|dog|poodle|guide-dog|service-dog|cat|black-cat|tiger|leopard|horse|zebra|deer|bison|cow|ox|water-buffalo|pig|boar|ram|ewe|goat|camel|two-hump-camel|llama|giraffe|elephant|mammoth|rhinoceros|hippopotamus|mouse|rat|rabbit|chipmunk|beaver|hedgehog|sloth|skunk|kangaroo|badger|turkey|chicken|rooster|hatching-chick|baby-chick|front-facing-baby-chick|peacock|flamingo|dodo|crocodile|lizard|snake|sauropod|t-rex|snail|crab|lobster|scorpion|gorilla|orangutan|monkey|donkey|house.*|derelict-house|hut|castle|japanese-castle|church|mosque|hindu-temple|synagogue|shinto-shrine|kaaba|factory|hospital|hotel|school|bank|office-building|classical-building|post-office|stadium|tent|camping|circus-tent|ferris-wheel|carousel-horse|roller-coaster|fountain|statue-of-liberty|tokyo-tower|moai|building-construction|volcano|mount-fuji|mountain|snow-capped-mountain|automobile|oncoming-automobile|sport-utility-vehicle|pickup-truck|taxi|oncoming-taxi|bus|minibus|oncoming-bus|trolleybus|ambulance|fire-engine|police-car|oncoming-police-car|delivery-truck|articulated-lorry|tractor|racing-car|motorcycle|motor-scooter|bicycle|kick-scooter|locomotive|train|tram|tram-car|bullet-train|high-speed-train|metro|light-rail|railway-car|monorail|snowman|bench|couch-and-lamp|chair|bed|bathtub|fire|rock|wood|telescope|christmas-tree|jack-o-lantern|umbrella-on-ground|beach-with-umbrella)$/;

const GREAT =
  /^(house.*|derelict-house|castle|japanese-castle|church|mosque|hindu-temple|synagogue|kaaba|factory|hospital|hotel|school|bank|office-building|classical-building|post-office|stadium|circus-tent|ferris-wheel|roller-coaster|statue-of-liberty|tokyo-tower|building-construction|volcano|mount-fuji|mountain|snow-capped-mountain|.*-tree|elephant|mammoth|giraffe|sauropod|t-rex|ship|passenger-ship|ferry|desert-island|spouting-whale|whale)$/;
const SLIGHT =
  /^(mouse|rat|rabbit|chipmunk|hedgehog|frog|lizard|snail|crab|lobster|scorpion|chicken|rooster|baby-chick|hatching-chick|front-facing-baby-chick|tulip|rose|sunflower|hibiscus|blossom|hyacinth|seedling|herb|mushroom|brown-mushroom|potted-plant|butterfly|honeybee|lady-beetle|mosquito|feather|leaf-fluttering-in-wind|ring-buoy|duck|turtle|snake|skunk|beaver|badger)$/;

/** How large a thing of that name is shown beside others. */
const bulk = (picture: string): number => (GREAT.test(picture) ? 1.28 : SLIGHT.test(picture) ? 0.76 : 1);

/** Where the picture of that name belongs. */
export function habitatOf(picture: string): Habitat {
  if (SKY.test(picture)) return "sky";
  if (WATER.test(picture)) return "water";
  return GROUND.test(picture) ? "ground" : "nowhere";
}

/** Where things can stand in a setting: `groundY` and `waterY` are frame lines, absent where there is none. */
export type Grounds = { groundY?: number; waterY?: number; sunX: number };

type Spot = { x: number; y: number; size: number };

const AIR = { "16:9": [0.84, 0.25], "9:16": [0.74, 0.15], "1:1": [0.82, 0.17] } as const;
const HOVER = { "16:9": [0.8, 0.56], "9:16": [0.66, 0.53], "1:1": [0.76, 0.56] } as const;

/** Places a thing of a habitat; the first stands away from the sun, the next on the other side, the third a little inwards. */
function spotFor(stage: Stage, grounds: Grounds, habitat: Habitat, index: number, bulky = 1): Spot & { on: Habitat } {
  const { width, height, unit, aspect } = stage;
  const on =
    habitat === "ground" && grounds.groundY === undefined
      ? "nowhere"
      : habitat === "water" && grounds.waterY === undefined
        ? grounds.groundY === undefined
          ? "nowhere"
          : "ground"
        : habitat;
  const right = grounds.sunX < width / 2 !== (index === 1);
  const inwards = index === 2 ? 0.17 : 0;
  const sided = (part: number): number => width * (right ? part - inwards : 1 - part + inwards);
  const grown = aspect === "9:16" ? 1.3 : aspect === "1:1" ? 1.05 : 1;
  const shrunk = index === 2 ? 0.72 : 1;
  if (on === "sky") return { on, x: sided(AIR[aspect][0]), y: height * AIR[aspect][1], size: unit * 0.19 * grown * shrunk * bulky };
  if (on === "nowhere") return { on, x: sided(HOVER[aspect][0]), y: height * HOVER[aspect][1], size: unit * 0.25 * grown * shrunk };
  const line = on === "water" ? grounds.waterY! : grounds.groundY!;
  const size = unit * 0.27 * grown * shrunk * bulky;
  return { on, x: sided(aspect === "9:16" ? 0.7 : 0.79), y: line - size / 2, size };
}

/** Tells whether something that the sentence names stands about a frame x, so that the setting leaves room. */
export function standsAbout(stage: Stage, brief: SceneryBrief, sunX: number): (x: number) => boolean {
  const spots = brief.subjects.map((_, index) => spotFor(stage, { groundY: 0, sunX }, "ground", index));
  return (x) => spots.some((spot) => Math.abs(x - spot.x) < 0.75 * spot.size);
}

/** The light of the scene upon the picture's own colours. */
function tint(stage: Stage, id: string): string {
  const { light } = stage;
  const share = light.moon ? 0.5 : light.palette === "day" ? 0.1 : 0.34;
  const [red, green, blue] = mix(parseColour("#ffffff"), mix(light.lit, light.shade, 0.2), share).map((channel) =>
    (channel / 255).toFixed(3),
  );
  return `<filter id="${id}" color-interpolation-filters="sRGB" x="-5%" y="-5%" width="110%" height="110%"><feColorMatrix values="${red} 0 0 0 0 0 ${green} 0 0 0 0 0 ${blue} 0 0 0 0 0 1 0"/></filter>`;
}

function glowBehind(stage: Stage, spot: Spot, reach: number, strength: number): string {
  const stops = gradientStops(
    [mix(stage.light.glow, parseColour("#ffffff"), 0.3), stage.light.glow],
    [strength, strength * 0.62, strength * 0.25, strength * 0.06, 0],
  );
  return `<radialGradient id="sg">${stops}</radialGradient><circle cx="${spot.x.toFixed(1)}" cy="${spot.y.toFixed(1)}" r="${(spot.size * reach).toFixed(1)}" fill="url(#sg)"/>`;
}

function shadowUnder(stage: Stage, spot: Spot, part: number): string {
  const dark = mix(stage.light.silhouette, [0, 0, 0], 0.3);
  const half = spot.size * 0.46;
  return `<radialGradient id="ss">${gradientStops([dark, dark], [0.55, 0.42, 0.16, 0])}</radialGradient><ellipse cx="${spot.x.toFixed(1)}" cy="${(spot.y + spot.size * part).toFixed(1)}" rx="${half.toFixed(1)}" ry="${(half * 0.17).toFixed(1)}" fill="url(#ss)"/>`;
}

/** How much of a floating thing stands out of the water, from its middle down, in parts of its size. */
const AFLOAT = 0.33;

/** What lies on the water below: the picture turned over and paler. */
function reflection(spot: Spot, picture: string): string {
  const line = spot.y + spot.size * AFLOAT;
  return `<g opacity=".28"><g transform="translate(0 ${(line * 1.6).toFixed(1)}) scale(1 -.6)">${picture}</g></g>`;
}

/** Lets what is under the water line fade into the water. */
function afloat(spot: Spot): string {
  const stops = `<stop offset="${(0.5 + AFLOAT - 0.07).toFixed(2)}" stop-color="#fff"/><stop offset="${(0.5 + AFLOAT + 0.06).toFixed(2)}" stop-color="#fff" stop-opacity="0"/>`;
  const at = `x="${(spot.x - spot.size / 2).toFixed(1)}" y="${(spot.y - spot.size / 2).toFixed(1)}" width="${spot.size.toFixed(1)}" height="${spot.size.toFixed(1)}"`;
  return `<linearGradient id="sw" x1="0" x2="0" y1="0" y2="1">${stops}</linearGradient><mask id="sm" maskUnits="userSpaceOnUse" ${at}><rect ${at} fill="url(#sw)"/></mask>`;
}

function subjectLayer(stage: Stage, spot: Spot & { on: Habitat }, svg: string, index: number): ImageLayer {
  const { unit } = stage;
  const picture = nestedSvg(svg, spot.x - spot.size / 2, spot.y - spot.size / 2, spot.size);
  const floating = spot.on === "water";
  const lit = `<g filter="url(#st)">${picture}</g>`;
  const reach = spot.on === "ground" ? 0.62 : spot.on === "water" ? 0.9 : 0.95;
  const under = {
    sky: () => glowBehind(stage, spot, 0.95, 0.5),
    nowhere: () => glowBehind(stage, spot, 0.95, 0.85) + ring(stage, spot),
    water: () => reflection(spot, picture) + shadowUnder(stage, spot, AFLOAT),
    ground: () => shadowUnder(stage, spot, 0.45),
  }[spot.on]();
  const box = { x: spot.x - spot.size * reach, y: spot.y - spot.size * reach, width: 2 * spot.size * reach, height: 2 * spot.size * reach };
  const bob = {
    sky: swing(unit * 0.012, unit * 0.009, 6.3, index),
    nowhere: swing(0, unit * 0.008, 5.1, index),
    water: swing(unit * 0.004, unit * 0.005, 4.4, index),
    ground: swing(0, 0, 1),
  }[spot.on];
  const depth = spot.on === "sky" ? 0.3 : spot.on === "nowhere" ? 0.4 : 0.75;
  return drawLayer(
    `subject ${index}`,
    box,
    `<defs>${tint(stage, "st")}${floating ? afloat(spot) : ""}</defs>${under}${floating ? `<g mask="url(#sm)">${lit}</g>` : lit}`,
    together(stage.pan(depth), bob),
  );
}

/** A thin halo that presents a thing which belongs nowhere in the scene. */
function ring(stage: Stage, spot: Spot): string {
  const colour = toCss(mix(stage.light.glow, parseColour("#ffffff"), 0.4), 0.5);
  const at = `cx="${spot.x.toFixed(1)}" cy="${spot.y.toFixed(1)}" fill="none" stroke="${colour}"`;
  return `<circle ${at} r="${(spot.size * 0.68).toFixed(1)}" stroke-width="${(stage.unit * 0.0035).toFixed(2)}"/><circle ${at} r="${(spot.size * 0.735).toFixed(1)}" stroke-width="${(stage.unit * 0.0016).toFixed(2)}"/>`;
}

/** The things that a sentence names, set into the scene where they belong; those without a picture, and a sun or moon that already took its own place, are left out. */
export function subjectLayers(stage: Stage, brief: SceneryBrief, grounds: Grounds): Layer[] {
  const seen = brief.subjects.filter((subject: Subject) => !(stage.celestial && CELESTIAL.test(subject.picture)));
  const taken = { above: 0, below: 0 };
  return seen.flatMap((subject, index) => {
    const svg = brief.subjectSvg(subject.picture);
    if (svg === undefined) return [];
    const habitat = habitatOf(subject.picture);
    const spot = spotFor(stage, grounds, habitat, habitat === "sky" ? taken.above++ : taken.below++, bulk(subject.picture));
    return [subjectLayer(stage, spot, svg, index)];
  });
}
