import type { Pack } from "./pack.ts";

type IconSet = { icons: Record<string, { body: string }>; aliases?: Record<string, { parent: string }> };

const SKIN_TONES = /-(light|medium-light|medium|medium-dark|dark)$/;

/** Pictures that no sentence should be given: signs, keys, arrows, squares, clock faces, hands, grimaces, flags. */
const UNFIT = [
  /(^|-)flags?(-|$)/,
  /-(button|sign|symbol|suit|square|circle|arrow)s?$/,
  /-(o-clock|oclock|thirty)$/,
  /(^|-)(face|faces)(-|$)/,
  /^(input|keycap|japanese)-(?!castle|dolls)/,
  /^(backhand|index-pointing|call-me|clapping|crossed-fingers|folded-hands|hand-with|handshake|heart-hands|leftwards|rightwards|left-facing|right-facing|love-you|middle-finger|nail-polish|ok-hand|open-hands|oncoming-fist|palms|palm-|pinch|raised|raising|selfie|sign-of|thumbs|victory|vulcan|waving-hand|writing-hand|flexed)/,
  /^(aquarius|aries|cancer|capricorn|gemini|leo|libra|ophiuchus|pisces|sagittarius|scorpio|taurus|virgo)$/,
  /(cat-with|grinning|kissing-cat|pouting-cat|weary-cat|crying-cat|no-evil-monkey|family|kiss-|couple|person-|people-|woman-|man-|women-|men-)/,
  /^(up|down|left|right|top|end|back|soon|on)-arrow/,
  /^(1st|2nd|3rd)-|button|blood-type|(asterisk|diamond|triangle|pointed-star|pointed-down|bubble)$/,
  /^(locked|unlocked|muted-speaker|warning|zzz|pager|coffin|headstone|funeral-urn|skull.*|pill|razor|poultry-leg|star-struck|rolling-on-the-floor-laughing|exploding-head|head-shaking-.*|bust.*|speaking-head|pregnant-.*|mx-claus|troll|ogre|goblin|plunger|toilet|roll-of-paper|reminder-ribbon|nazar-amulet|prayer-beads|mahjong.*|slot-machine|love-hotel|postbox|inbox-tray|outbox-tray|dvd|videocassette|map-of-japan|collision|dashing-away|sweat-droplets|dizzy|hole|new-moon|white-cane|x-ray|hair-pick|barber-pole|ballot-.*|convenience-store|department-store|currency-exchange|chart-increasing-with-yen|.*-diamond|eye-in-.*|ear-.*hearing-aid)$/,
  /^(divide|plus|minus|multiply|heavy-.*|dotted-.*|part-alternation-mark|wavy-dash|curly-loop|double-.*|cross-mark|check-.*|infinity|copyright|registered|trade-mark|recycling-.*|hundred-points|question-mark|exclamation-.*|white-exclamation.*|white-question.*|red-.*-mark|hollow-.*|name-badge|circled-m|information|antenna-bars|vibration-mode|mobile-phone-off|no-.*|non-.*|prohibited|biohazard|radioactive|children-crossing|atm-sign|restroom|mens-room|womens-room|baby-symbol|water-closet|passport-control|customs|baggage-claim|left-luggage|wheelchair.*|place-of-worship|menorah|om|orthodox-cross|latin-cross|star-and-crescent|star-of-david|wheel-of-dharma|yin-yang|peace-.*|hamsa|khanda|swastika|pile-of-poo|clown.*|ghost-face|poultry-leg-face|cigarette|bomb|pistol|water-pistol|dagger|crossed-swords|syringe|drop-of-blood|biting-lip|mouth|tongue|nose|foot|leg|ear|eye|eyes|tooth|bone|brain|lungs|anatomical-heart|bikini|briefs|breast-feeding)$/,
];

/** Exceptions: what the rules above would drop although a sentence may well name it. */
const FIT =
  /^(palm-tree|bow-and-arrow|person-surfing|recycling-symbol|bone|brain|tooth|anatomical-heart|lungs|(cat|dog|cow|pig|horse|tiger|rabbit|mouse|monkey|dragon)-face)$/;

const fits = (name: string): boolean => FIT.test(name) || (!SKIN_TONES.test(name) && !UNFIT.some((pattern) => pattern.test(name)));

/** Renames every id of a drawing, and what points at them, so that several drawings can stand in one document. */
function prefixIds(body: string, prefix: string): string {
  const ids = new Map([...body.matchAll(/\bid="([^"]+)"/g)].map((match, index) => [match[1]!, `${prefix}${index}`]));
  return body
    .replace(/\bid="([^"]+)"/g, (_, id: string) => `id="${ids.get(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (whole, id: string) => (ids.has(id) ? `url(#${ids.get(id)})` : whole))
    .replace(/href="#([^"]+)"/g, (whole, id: string) => (ids.has(id) ? `href="#${ids.get(id)}"` : whole));
}

/** Outlines to a hundredth of the 32-pixel box. */
const trimOutlines = (body: string): string => body.replace(/\bd="[^"]+"/g, (outline) => outline.replace(/(\.\d\d)\d+/g, "$1"));

/** Pictures of things, `{name: svg}`, from Fluent Emoji (MIT): those that can stand in a scene. */
export const pack: Pack = async () => {
  const set = (await Bun.file("node_modules/@iconify-json/fluent-emoji/icons.json").json()) as IconSet;
  const names = Object.keys(set.icons).filter(fits).sort();
  const pictures = Object.fromEntries(
    names.map((name, index) => [
      name,
      `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">${prefixIds(trimOutlines(set.icons[name]!.body), `s${index.toString(36)}-`)}</svg>`,
    ]),
  );
  return { "subjects.json": new TextEncoder().encode(JSON.stringify(pictures)) };
};
