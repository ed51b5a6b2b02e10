/** Glosses that do not say what a thing is, but how a word is used, or what belongs in no family film. */
const UNSPEAKABLE = new RegExp(
  `\\b(${[
    "sex|sexual(ly)?|erotic|genitals?|penis|vagina|nud(e|ity)|naked(?! eye)|prostitut\\w*|brothel|rape|intercourse|lover|mistress|lewd|obscen\\w*|homosexual\\w*|virgin\\w*|copulat\\w*|mating|openmouthed|communist|fascist|regime|genocide|holocaust|loss of life|sperm|gametes?|fertiliz\\w*|genital|breasts?|sleep together|bride|buttocks|strip(per|tease)",
    "offensive|derogatory|disparag\\w*|derisive|contempt\\w*|negro\\w*|racist|ethnic|slur|stupid|idiot|whore|slut|bastard|savage|mongol\\w*|gyps(y|ies)|eskimo",
    "marijuana|cannabis|cocaine|heroin|opium|narcotics?|hallucinogen\\w*|drugs?|addict\\w*|intoxicat\\w*|drunk\\w*|liquor|whiskey|whisky|rum|brandy|gin|vodka|tobacco|cigarettes?|euphoric",
    "kill\\w*|murder\\w*|suicid\\w*|slaughter\\w*|tortur\\w*|weapons?|guns?|bomb\\w*|explosives?|corpses?|dead|death|execut(e|ed|ion)|hanged|blood(y|shed)|wounds?|whip|massacre|shoot\\w*|sniper|warfare",
    "diseases?|cancer|tumou?r|infect\\w*|parasit\\w*|abortion|urine|feces|faeces|excrement|dung|vomit|anus|pus|syphilis|diarrhea|slaves?|slavery|nazi|terroris\\w*|cock fighting|fecal|sewage",
    "god|goddess|devil|hell|satan\\w*|jesus|christ|allah|muhammad|old testament|new testament|bible|koran",
  ].join("|")})\\b`,
  "i",
);
/** Labels of glosses that are about a word. */
const ABOUT_WORDS = new RegExp(
  `\\b(${"archaic|obsolete|dialect|slang|informal|colloquial\\w*|vulgar|euphemism|used of|used in|used to refer|trademark|trade name|terms? for|term of|a name for|name for|acronym|abbreviation|a word|word for|general name|alternative names?|name given|figurative\\w*|old-fashioned|formerly|nickname"})\\b`,
  "i",
);
/** What was so when the glosses were written and may be so no longer. */
const DATED =
  /\b(now|currently|recent(ly)?|today|nowadays|present-day|population|last erupted|(in)?active volcano|nine (large|planets|major)|known planet|farthest|most populous|soviet|ussr|yugoslavia|czechoslovakia|member of the european|presently|until)\b/i;
/** What a film about something gentler does not turn to. */
const HARSH =
  /\b(enemy|military|troops|attack\w*|battle\w*|wars?|destroy\w*|prison\w*|accident\w*|funeral|burial|etc|and\/or|the male|family \p{Lu}\p{L}+|genus|moraceous|republic|capital and|kingdom|empire|colony|monarchy|poison\w*|venom\w*|crime|criminal|thief|steal\w*|inferior|worthless|mongrel|vicious|jackass|whiteout|continent|friar's|type genus|web site|plage|no hind limbs)\b/iu;

/** Whether a gloss (or word) belongs in a film: kind, and about the thing and not the word. */
export function isSpeakable(text: string): boolean {
  const told = text.replace(/\s*;?\s*"[^"]*"?/g, " ");
  return !UNSPEAKABLE.test(told) && !ABOUT_WORDS.test(told.replace(/(?!^)\([^()]*\)/g, " ").split(";")[0]!);
}

/** Whether a gloss suits a film that only came upon it on the way; what the topic's own gloss says is no surprise. */
export function isGentle(text: string, topicGloss = ""): boolean {
  const harsh = HARSH.exec(text)?.[0];
  return harsh === undefined || topicGloss.toLowerCase().includes(harsh.toLowerCase());
}

/** Whether what a gloss says may have changed since. */
export function isDated(text: string): boolean {
  return DATED.test(text);
}

const ORDINALS = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

/** Slips of the glosses, mended. */
const SLIPS: [RegExp, string][] = [
  [/\b(of|along|in) (stream|river) or river\b/, "$1 a $2 or river"],
  [/\bcontrols amount of\b/, "controls the amount of"],
  [/\bused as sweetening agent\b/, "used as a sweetening agent"],
  [/\bdigitally and store it\b/, "digitally and stores it"],
  [/\bfrequent picture of\b/, "frequent pictures of"],
  [/\bvarious juicy fruit\b/, "various juicy fruits"],
  [/\ba human or animal\b/, "a human or an animal"],
  [/\btuition free\b/, "tuition-free"],
  [/\ban ankle high\b/, "an ankle-high"],
  [/\bto the to the\b/, "to the"],
  [/^narrow-leaved green herbage$/, "plant with narrow green leaves"],
  [/ and no ability to roar$/, ""],
  [/^a member of the genus \p{Lu}\p{L}+ that\b/u, "an animal that"],
];

/** The definition of a gloss alone: no examples, brackets, second thoughts or domain labels. Empty when nothing remains. */
export function definitionOf(gloss: string): string {
  const bare = gloss
    .replace(/;?\s*"[^"]*("|$)/g, "")
    .replace(/\s*\([^()]*\)/g, "")
    .split(/;|:|--| - |\be\.g\.|\bi\.e\.|, especially$/)[0]!
    .replace(/`|''/g, "")
    .replace(/\b(usually|often|especially) (,|$)/g, "$2")
    .replace(/\s+([,.])/g, "$1")
    .replace(/^originally /, "")
    .replace(/^that (part|side|branch)\b/, "the $1")
    .replace(/, ([^,]+),? etc\b\.?/g, " or $1")
    .replace(/,? etc\b\.?/g, "")
    .replace(/ and\/or /g, " or ")
    .replace(/,? (including|especially|usually|such as|inhabiting|called|as|like|than|of|(?<!played )with|or the like)\s*$/, "")
    .replace(/\b([2-9])(?:nd|rd|th)\b/g, (_, digit: string) => ORDINALS[Number(digit)]!)
    .replace(/\s+/g, " ");
  const definition = bare.trim().replace(/[.,\s]+$/, "");
  return SLIPS.reduce((text, [slip, mended]) => text.replace(slip, mended), definition);
}

const UNFIT_START =
  /^(he|she|they|we|you|i|it|his|her|their|my|your|our|its|him|this|that|these|those|there|what|who|when|where|how|why|if|let|do|don't|please|in|on|at|by|to|for|with|from|of|under|after|before)\b/i;
const PRESENT = /\b(is|are|has|have|can|need|needs|live|lives|grow|grows|make|makes|come|comes|give|gives|contain|contains)\b/;

/** The examples of a gloss that stand as sentences of their own about the word. */
export function examplesOf(gloss: string, lemma: string): string[] {
  return [...gloss.matchAll(/"([^"]+)"/g)]
    .map((match) => match[1]!.trim())
    .filter(
      (text) =>
        text.split(" ").length >= 5 &&
        text.split(" ").length <= 10 &&
        !UNFIT_START.test(text) &&
        PRESENT.test(text) &&
        !/[-"`?]|,(?!\d)|\b(his|her|my|your|he|she|I|you|all|every|always|never|best|real|very|soldiers?|only|should|must)\b/.test(text),
    )
    .filter((text) => text.toLowerCase().includes(lemma) && isSpeakable(text));
}

const SAYS =
  /^(is|has|freezes|boils|contains|consists|lives|grows|occurs|includes|produces|forms|eats|feeds|comes|covers|serves|makes|carries|flows|yields|provides|gives)\b/;
const IS_SO =
  /^(similar to|related to|native to|found in|found on|used (for|as|to)|made (of|from)|known for|common in|popular (in|with)|important|essential|valued|widely used|often used|noted for|bounded by|considered)\b/;
const WHOLE = /^(the|a|an|it|its|they|most|some) .*\b(is|are|was|were|has|have)\b/;

/** Second thoughts of a gloss that can be said as a sentence about the same thing: "It has many satellites". Without full stop. */
export function remarksOf(gloss: string): string[] {
  const clauses = gloss
    .replace(/;?\s*"[^"]*("|$)/g, "")
    .replace(/\s*\([^()]*\)/g, "")
    .split(/[;:]/)
    .slice(1);
  return clauses
    .map((clause) => clause.trim().replace(/[.,\s]+$/, ""))
    .flatMap((clause) => {
      if (clause.split(" ").length < 4 || clause.includes("`") || !isSpeakable(clause) || isDated(clause)) return [];
      if (SAYS.test(clause)) return [`it ${clause}`];
      if (IS_SO.test(clause)) return [`it is ${clause}`];
      return WHOLE.test(clause) ? [clause] : [];
    });
}
