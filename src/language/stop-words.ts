import type { PlanLanguage } from "./plan-language.ts";
import { STOP_DE, STOP_FR } from "./stop-words-fr-de.ts";
import { STOP_JA, STOP_ZH } from "./stop-words-ja-zh.ts";

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that say nothing about the subject, by language. */
export const STOP_WORDS: Record<PlanLanguage, ReadonlySet<string>> = {
  en: list(`a about above across after again against all almost along already also although always am among an and another any anyone
    anything are around as at away back be became because become been before behind being below beneath beside besides between beyond both
    but by can cannot could did do does doing done down during each either else enough even ever every everyone everything few for from
    further get gets getting give given gives go goes going gone got had has have having he her here hers herself him himself his how however i
    if in instead into is isn't it its itself just keep kept know known lest let like made make makes making many may maybe me might mine more most
    much must my myself near nearly neither never no nobody none nor not nothing now of off often on once one only onto or other others
    our ours out over own per perhaps put quite rather really said same say says see seem seems seen several shall she should since so some
    someone something sometimes soon still such take taken than that the their theirs them themselves then there therefore these they thing things
    this those though through throughout thus till to together too toward towards under until up upon us use used uses using usually
    very was wasn't way we well went were what when where whether which while who whole whom whose why will with within without won't would yes
    yet you your yours yourself i'm it's don't can't let's that's there's we're you're they're i've we've didn't doesn't`),
  es: list(`a al algo alguien algún alguna algunas alguno algunos allá allí ante antes aquel aquella aquellas aquello aquellos aquí así aún
    aunque bajo bastante bien cabe cada casi como cómo con conmigo contra cosa cosas cual cuál cuales cualquier cualquiera cuando cuándo cuanto
    cuánto de debe deben decir del demás dentro desde después detrás dice dicen donde dónde dos durante e el él ella ellas ello ellos en
    encima entonces entre era eran eras eres es esa esas ese eso esos esta está están estaba estar estas este esto estos estoy fue fueron fui
    ha había habían haber hace hacen hacer hacia han has hasta hay he hecho incluso ir jamás junto la las le les lo los luego más me
    mediante menos mi mí mientras mis misma mismas mismo mismos mucha muchas mucho muchos muy nada nadie ni ningún ninguna ninguno no nos
    nosotras nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para pero poca pocas poco pocos poder por porque
    primero pueda puede pueden pues que qué quien quién quienes se sea sean según ser si sí sido siempre siendo sin sino so sobre sois solamente
    solo sólo somos son soy su sus tal tales también tampoco tan tanta tantas tanto tantos te ti tiempo tiene tienen toda todas todavía todo
    todos tras tu tú tus tuya tuyo un una unas uno unos usted ustedes va van vamos vez veces vosotros voy y ya yo funciona funcionan`),
  fr: list(STOP_FR),
  de: list(STOP_DE),
  ja: list(STOP_JA),
  zh: list(STOP_ZH),
};

/** Little words that no phrase ends with. */
export const CLINGING: Record<PlanLanguage, ReadonlySet<string>> = {
  en: list("a an the of to in on at by for with from and or but my your his her its our their"),
  es: list("a al de del en con por para y o e u el la los las un una unos unas mi tu su mis tus sus"),
  fr: list(
    "à au aux de du des d en avec pour par sur sous et ou l le la les un une mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs",
  ),
  de: list(
    "der die das den dem des ein eine einen einem einer in im am an auf aus bei mit von vom zu zum zur und oder für mein dein sein ihr unser",
  ),
  ja: list("の は が を に で と も へ や な"),
  zh: list("的 和 与 在 是 了 或"),
};
