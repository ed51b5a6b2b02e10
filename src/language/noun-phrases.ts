import { englishBases } from "./forms.ts";
import type { WordNet } from "./wordnet.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Nouns that stand without an article when they are meant in general. */
const MASS =
  set(`accounting advice affection agriculture air amber anger animation architecture art astronomy attention bacon ballet bamboo baseball basketball
  beauty beef beer behavior biology blood bone bread bronze butter calm candy carbon care cash cement chalk change chaos charcoal cheese chemistry chess china chocolate cinnamon clay climate
  clothing coal cocoa coffee commerce communication concrete confidence cooking copper coral corn cotton courage courtesy cream creativity culture curiosity currency curry dancing dance daylight
  democracy design dew dough dust education electricity energy engineering equipment evidence evolution exercise experience faith fashion fear fiction film fire fishing
  flesh flour fog food football freedom freshwater friendship fuel fun fur furniture fusion garlic gas geography geology ginger glass gold golf grace grain granite grass gravity
  grease greed grief growth gunpowder hair happiness harmony health heat history hockey homework honesty honey hope humor ice incense information ink insulation intelligence
  iron ivory jazz jewelry joy justice kindness knowledge labor lace language laughter lava law lead leather leisure light lightning limestone linen literature logic love loyalty
  luck luggage lumber machinery magic magma mail marble marketing mathematics matter meat meditation medicine memory metal milk mist money motion motivation mud music
  nature news nitrogen noise nutrition oatmeal oil opera oxygen paper pasta patience peace pepper philosophy photography photosynthesis physics plastic plankton plywood poetry
  pollen pollution polo popcorn pork pottery poverty power pride progress property protein psychology quartz radiation radio rain rainfall reading religion research rhythm rice rock rubber rugby rust
  safety sadness salt sand sandstone scenery science sculpture seafood seaweed seawater shade silence silk silver skating skiing skill sleep sleet smoke snow soap soccer softness soil soup space speech sport starch
  steam steel stone strength stress string stuff sugar sunlight sunshine sushi swimming taste tea technology television tennis theater theatre thunder timber time tobacco tofu tourism traffic training
  transportation travel trust truth turf vanilla vegetation velvet vibration vinegar violence vocabulary volleyball voltage warmth water wealth weather weight wheat wildlife wind wine wisdom
  wood wool work writing yarn yeast yoga yogurt youth terrain tissue timekeeping matter magnetism mythology surfing sailing hiking climbing camping baking gardening painting paint espresso cappuccino mocha
  precipitation drizzle frost sleet hail twilight radiance fluorescence luminescence transport land dawn dusk noon midnight night daytime morning evening autumn summer winter caffeine excitement boogie swing funk bop scat shogi moonlight candlelight firelight artificial-intelligence`);
/** Things of which there is one. */
const UNIQUE =
  set(`sun moon sky earth universe world cosmos horizon internet atmosphere equator seaside countryside weather stock-market milky-way solar-system
  ozone-layer biosphere hydrosphere north-pole south-pole night-sky sea web`);
const NAMES_WITH_THE =
  /\b(Empire|Ocean|Sea|River|Desert|Mountains|Alps|Andes|Himalayas?|Islands|Republic|Kingdom|Union|States|Age|War|Revolution|Wall|Canyon|Renaissance|Nile|Amazon|Sahara|Gobi|Atlantic|Pacific|Arctic|Antarctic|Mediterranean|Caribbean|Milky Way|Enlightenment|Reformation|Tower|Gulf|Strait|Channel|Peninsula|Middle Ages|Danube|Rhine|Thames|Mississippi|Netherlands|\w+horn|Sun|Moon|Rockies|Colosseum|Parthenon|Gardens|House|Statue|Bay of|Pyramid|West End|Forest|Reef|Rift Valley|Louvre|Bank|Bridge|Museum|Gallery|Maghreb|Seine|Nefud)\b/;
const DETERMINED = set("a an the any one either each every anything something everything someone anyone");
const COUNTING = set(
  "some several many all both two three four five six seven eight nine ten its this that these those what whatever most people whoever being having",
);
const BOUNDARY =
  set(`of in on at by for from with without to into onto over under above below outside inside across between among through during against along around near behind beside
  that which who whom whose where when while as than like unlike having made used consisting formed containing
  worn resembling belonging built held given kept found caused produced grown bearing including cultivated planted intended designed performed played
  either not but so if because within about concerning regarding per via before after until since is are was were can may will characterized composed`);

/** Whether an English noun is used without an article in general statements. `lemma` is in the singular. */
export function isMass(lemma: string): boolean {
  const last = lemma
    .replace(/ (of|in|on|for) .*$/, "")
    .split(/[\s-]/)
    .at(-1)!;
  if (/ (fire|painting)$|^(hand|looking|pier|magnifying|spy|wine) glass$/.test(lemma)) return false;
  return (
    MASS.has(lemma) ||
    MASS.has(last) ||
    (/(ness|ism|ics|ity|ology|graphy|phobia|ware|hood)$/.test(last) &&
      last.length > 5 &&
      !/^(city|university|community|celebrity|cavity|deity|organism|mechanism|prism|facility|entity|commodity|identity|witness|harness|hardware store|lioness|governess|business|personality|ability|quantity|utility)$/.test(
        last,
      ))
  );
}

/** "a" or "an" as it is spoken. */
export function article(word: string): "a" | "an" {
  if (/^(hour|honest|honor|honour|heir|[fhlmnrsx]-|mp3|xylo(?!))/i.test(word)) return "an";
  if (/^(uni([^nm]|mo)|eu|ewe|one(?![a-z])|once|us(e|u|a)|ut|ubiq)/i.test(word)) return "a";
  return /^[aeiou8]/i.test(word) ? "an" : "a";
}

/** A noun as the subject of a general statement: "a volcano", "coffee", "the moon", "the Roman Empire", "Etna". */
export function asSubject(name: string): string {
  if (isPluralName(name)) return `the ${name}`;
  if (isProper(name)) return NAMES_WITH_THE.test(name) && !/^World War/.test(name) ? `the ${name}` : name;
  if (UNIQUE.has(name.replaceAll(" ", "-"))) return `the ${name}`;
  return isMass(name) ? name : `${article(name)} ${name}`;
}

/** Whether every important word is written with a capital; "Turkish coffee" is no name, "Roman Empire" is one. */
export function isProper(name: string): boolean {
  const last = name
    .replace(/ of .*$/, "")
    .split(/\s/)
    .at(-1)!;
  return /^\p{Lu}/u.test(last);
}

/** Whether a name of several words is a plural that stands for one thing: "northern lights", "the Alps". */
export function isPluralName(name: string): boolean {
  return (
    /(^the |\b)(Alps|Andes|Himalayas|Rockies|Mountains|Islands|Gardens|Towers|Falls|Lights)$/i.test(name) &&
    (isProper(name) || name.includes(" "))
  );
}

/** With the definite article unless it is a name or stuff without one. */
export function asDefinite(name: string): string {
  if (isProper(name)) return asSubject(name);
  return isMass(name) ? name : `the ${name}`;
}

/** The noun a definition rests on: "mammal" of "feline mammal usually having thick soft fur". */
export function headOf(phrase: string, wordnet: WordNet): { head: string; plural: boolean } | undefined {
  const list = phrase.replace(/,.*$/, "").split(" ");
  const isNoun = (word: string) => englishBases(word.toLowerCase()).some((base) => wordnet.senses(base).length > 0);
  let end = list.findIndex((word, index) => {
    const next = list[index + 1] ?? "";
    if (/^(usually|often|especially|typically|sometimes|generally|now|mostly)$/.test(word))
      return /ing$/.test(next) || BOUNDARY.has(next) || (/(ed|en)$/.test(next) && BOUNDARY.has(list[index + 2] ?? ""));
    if (
      BOUNDARY.has(word) ||
      (/^(native|similar|such|known|common|necessary|suitable|able|available|capable|important|larger|smaller)$/.test(word) &&
        BOUNDARY.has(next)) ||
      (/(ed|en)$/.test(word) && index > 0 && (BOUNDARY.has(next) || /ly$/.test(next)))
    )
      return true;
    return (
      /ing$/.test(word) &&
      index > 0 &&
      isNoun(list[index - 1]!) &&
      (!isNoun(word) || next === "" || /^(a|an|the|in|of|on|to|at|up|out|its|from|over|as|no)$/.test(next))
    );
  });
  if (end < 0) end = list.length;
  const boundary = end;
  const conjunction = list.slice(0, end).findIndex((word) => word === "and" || word === "or");
  if (
    conjunction > 0 &&
    wordnet.senses(list[conjunction - 1]!.toLowerCase()).length > 0 &&
    wordnet.elsewhere(list[conjunction - 1]!.toLowerCase()) < 5
  )
    end = conjunction;
  if (boundary !== end && isPlural(list[boundary - 1]!, wordnet)) end = boundary;
  const head = list[end - 1]?.toLowerCase();
  if (head === undefined || wordnet.senses(englishBases(head)[0]!).length === 0) return undefined;
  const base = englishBases(head)[0]!;
  return { head: base, plural: base !== head && head !== "people" ? true : /^(people|phenomena|bacteria|cattle)$/.test(head) };
}

function isPlural(word: string, wordnet: WordNet): boolean {
  const base = englishBases(word.toLowerCase())[0]!;
  return base !== word.toLowerCase() && wordnet.senses(base).length > 0;
}

const ADJECTIVES_LY = /^(woolly|curly|hilly|early|friendly|only|lovely|prickly|wooly|scaly|oily|family|fly|daily)$/;
/** An adverb that belongs to an adjective, and what may follow it. */
const ADVERBS =
  /^(usually|often|typically|chiefly|mostly|relatively|mildly|brightly|highly|extremely|densely|deeply|slightly|heavily|thickly|finely|intensely|widely) (?!(of|in|on|at|with|for|used|having|found|a|an|the|without|as|to)\b)[a-z-]+ /;

/** A definition as what stands after "is" (or, of many, after "are"), with the article that it lacks. Undefined when it does not read as a thing. */
export function asComplement(definition: string, wordnet: WordNet): { text: string; plural: boolean } | undefined {
  const first = definition.split(" ")[0]!.toLowerCase();
  if (
    COUNTING.has(first) ||
    BOUNDARY.has(first) ||
    (/ly$/.test(first) && !ADJECTIVES_LY.test(first) && !ADVERBS.test(definition)) ||
    definition === ""
  )
    return undefined;
  const determined = DETERMINED.has(first) || /^\d/.test(first);
  const found = headOf(determined ? definition.replace(/^\S+ /, "") : definition, wordnet);
  if (determined) return found?.plural && !/^(any|one)$/.test(first) ? undefined : { text: definition, plural: false };
  if (!found) return undefined;
  if (/^(usually|often|typically|chiefly|mostly) /.test(definition)) return found.plural ? { text: definition, plural: true } : undefined;
  const gerund = /^\w+ing (a|an|the|to|of|with|in|for|by|\w+s|tennis)\b/.test(definition);
  const bare = gerund || found.plural || isMass(found.head) || (/^\p{Lu}/u.test(definition) && isProper(found.head));
  const unique =
    /^(most |second |third |fourth |fifth |only |principal |largest |\w{2,}(ll|gg|ng|gh|ld|rg|st|tt|d|h)est )/.test(definition) &&
    !/^(honest|modest|west)/.test(definition);
  return { text: bare ? definition : `${unique ? "the" : article(definition)} ${definition}`, plural: found.plural };
}
