/** Words that begin a new thought (a line may well start with them), words that cling to what follows, and what only looks like a sentence's end. */
export type Grammar = { openers: Set<string>; clinging: Set<string>; abbreviations: Set<string> };

const words = (text: string): Set<string> => new Set(text.split(" "));

/** Of a language that no list is for. */
export const NEUTRAL: Grammar = { openers: new Set(), clinging: new Set(), abbreviations: new Set() };

/** By primary language. */
export const GRAMMARS: Record<string, Grammar> = {
  en: {
    openers: words(
      "and but or nor so yet because although though while when where which who that if unless until since before after as than with without in into on onto over under at by for from to of through across between among against along around behind beneath beside beyond during like near toward towards about above below inside outside",
    ),
    clinging: words(
      "a an the and but or nor my your his her its our their this that these those of to in into on onto at by for from with without as if very so too is are was were be been am has have had will would can could may might must shall should do does did not no some any every each all both i you he she it we they who which than over under between through across toward towards mr mrs ms dr st",
    ),
    abbreviations: words("mr. mrs. ms. dr. st. prof. sr. jr. vs. e.g. i.e. no. fig. approx. gen. col. capt. lt."),
  },
  es: {
    openers: words(
      "y e o u pero mas sino ni que porque aunque cuando donde mientras como si quien cual cuyo pues a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras al del",
    ),
    clinging: words(
      "el la los las lo un una unos unas al del a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras y e o u ni que pero sino si como cuando donde mi tu su mis tus sus nuestro nuestra nuestros nuestras este esta estos estas ese esa esos esas aquel aquella cada todo toda todos todas muy más tan no se me te le les nos os es son era eran fue ha han he hay yo él ella sr sra dr dra",
    ),
    abbreviations: words("sr. sra. srta. dr. dra. ud. uds. d. dña. etc. pág. núm. aprox. av. prof."),
  },
  fr: {
    openers: words(
      "et ou mais donc or ni car que qui quoi dont où quand lorsque puisque comme si afin parce tandis à de du des en dans sur sous avec sans pour par vers chez entre depuis pendant contre malgré selon après avant jusque jusqu'à au aux",
    ),
    clinging: words(
      "le la les l un une des du de d à au aux en dans sur sous avec sans pour par vers chez entre depuis pendant contre selon et ou mais ni que qui dont où quand comme si mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces chaque tout toute tous toutes quelque quelques plusieurs très plus moins aussi ne n se s me m te t y on il elle ils elles je tu nous vous est sont était étaient a ont avait peut peuvent m. mme mlle dr",
    ),
    abbreviations: words("m. mm. mme. mlle. dr. pr. st. ste. av. bd. etc. ex. p. env. n°. cf. fig. éd."),
  },
  de: {
    openers: words(
      "und oder aber denn sondern doch dass ob wenn weil als wie wo während obwohl damit bevor nachdem bis seit der die das den dem des welche welcher welches in im ins an am ans auf aus bei beim mit nach von vom vor zu zum zur über unter durch für gegen ohne um zwischen hinter neben",
    ),
    clinging: words(
      "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner und oder aber denn dass ob wenn weil als wie in im ins an am ans auf aus bei beim mit nach von vom vor zu zum zur über unter durch für gegen ohne um zwischen hinter neben mein meine dein sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere euer dieser diese dieses diesen diesem jeder jede jedes jeden alle sehr so zu nicht ist sind war waren hat haben hatte wird werden kann können muss ich du er sie es wir man hr fr dr",
    ),
    abbreviations: words(
      "z.b. z. b. d.h. d. h. u.a. usw. bzw. ca. dr. prof. hr. fr. st. nr. abb. bd. evtl. ggf. inkl. mio. mrd. str. vgl. s. u.",
    ),
  },
};
