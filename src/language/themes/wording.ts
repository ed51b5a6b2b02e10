import type { ThemeLanguage, ThemePlace } from "./theme.ts";

/**
 * What may stand about the name of a theme in a prompt that wants the theme and nothing else, as sources of regular expressions over
 * lower-case text. In Japanese and Chinese the places go before the name; elsewhere after it, behind `at`.
 */
export type Wording = {
  /** Words that ask for a film, before and after. */
  asks: string;
  asked: string;
  /** "The beauty of", before the name and after it. */
  praises: string;
  praised: string;
  definite: string;
  indefinite: string;
  adjective: string;
  at: string;
  places: Record<ThemePlace, string>;
};

const LATIN = { asked: "", praised: "" };

export const WORDING: Record<ThemeLanguage, Wording> = {
  en: {
    ...LATIN,
    asks: "(?:please )?(?:(?:can|could) you )?(?:(?:make|create|generate|produce|film|show)(?: me| us)? )?(?:(?:an? |the )?(?:(?:\\d+|one|two|thirty|sixty)[- ](?:second|minute)s? )?(?:(?:short|little|calm|calming|peaceful|relaxing|beautiful|nice|simple|cinematic|quiet|poetic|inspiring|inspirational|motivational) )*(?:video|film|movie|clip) (?:about|on|of|showing) )?",
    praises:
      "(?:the )?(?:(?:quiet|simple) )?(?:beauty|quiet|silence|stillness|joys?|magic|wonders?|peace|calm|sounds?|charm|pleasures?|love|power|poetry|comfort|delights?) of ",
    definite: "the ",
    indefinite: "(?:an? |some )",
    adjective:
      "(?:beautiful|calm|peaceful|quiet|gentle|lovely|serene|tranquil|wonderful|magical|magnificent|majestic|breathtaking|stunning|amazing|cinematic|soothing|gorgeous|glorious|cozy|cosy)",
    at: "(?:over|in|on|at|by|above|across|through|behind|near|beyond|from) (?:the |an? )?",
    places: {
      ocean: "ocean|sea|water|waves|beach|coast|bay|harbor|harbour|shore|seaside|ocean waves|sea waves",
      mountains: "mountains|hills|peaks|alps|mountain|valley|valleys|mountaintops",
      city: "city|town|village|rooftops|skyline",
      forest: "forest|woods|trees|treetops",
      desert: "desert|dunes|sand dunes",
      fields: "countryside|country|fields|meadows?|lake|river|plains|park|horizon",
      window: "windows?|roof|rooftops?|streets?|leaves|window ?pane",
    },
  },
  es: {
    ...LATIN,
    asks: "(?:por favor )?(?:(?:haz|hazme|crea|créame|genera|produce|muestra|muéstrame|quiero) )?(?:(?:un |el )?(?:(?:breve|corto|bonito) )?(?:vídeo|video|corto|clip)(?: de \\d+ segundos| de un minuto)?(?: (?:corto|breve|relajante|tranquilo|bonito|inspirador|motivador|poético))* (?:sobre|de|acerca de|que muestre) )?",
    praises:
      "(?:la |el |los )?(?:belleza|alegría|placer|placeres|magia|encanto|poder|maravillas?|paz|calma|sonido|amor|poesía|serenidad) (?:de|del|a|al|por) ",
    definite: "(?:el|la|los|las) ",
    indefinite: "(?:un|una|unos|unas) ",
    adjective:
      "(?:hermos[oa]s?|bell[oa]s?|tranquil[oa]s?|seren[oa]s?|apacibles?|suaves?|bonit[oa]s?|precios[oa]s?|mágic[oa]s?|maravillos[oa]s?|majestuos[oa]s?|lind[oa]s?|increíbles?|impresionantes?)",
    at: "(?:(?:sobre|en|desde|tras|por|frente a|junto a) (?:el |la |los |las |un |una )?|frente al |junto al |en lo alto de (?:la |las )?)",
    places: {
      ocean: "mar|océano|agua|playa|costa|bahía|olas|puerto",
      mountains: "montañas?|cumbres|colinas|sierra|alpes|valle|cerros|andes",
      city: "ciudad|pueblo|tejados",
      forest: "bosque|árboles",
      desert: "desierto|dunas",
      fields: "campos?|lago|río|pradera|prado|parque|horizonte|llanura",
      window: "ventana|ventanas|cristal|tejado|calles?",
    },
  },
  fr: {
    ...LATIN,
    asks: "(?:(?:fais|faites|crée|créez|génère|montre|montrez|réalise)(?:-moi)? )?(?:(?:une |un |la )?(?:(?:courte|petite|belle|petit|court) )?(?:vidéo|film|clip)(?: de \\d+ secondes| d' une minute)?(?: (?:court|courte|apaisante|apaisant|relaxante|poétique|inspirante))* (?:sur|de|du|à propos de|au sujet de|montrant) )?",
    praises:
      "(?:la |le |l' |les )?(?:beauté|joies?|plaisirs?|magie|charme|paix|calme|bruit|son|amour|douceur|bonheur|poésie|merveilles?|force|pouvoir) (?:de |du |des |d' )",
    definite: "(?:le |la |les |l' )",
    indefinite: "(?:un |une |des |du |de la |de l' )",
    adjective:
      "(?:beaux?|bel|belles?|calmes?|paisibles?|tranquilles?|douce?s?|magnifiques?|merveilleu(?:x|ses?)|serein(?:e|s|es)?|sublimes?|jolie?s?|splendides?|majestueu(?:x|ses?)|magiques?)",
    at: "(?:(?:sur|dans|en|derrière|à|depuis|au-dessus de|au bord de) (?:le |la |les |l' )?|(?:au|aux|au-dessus du|au-dessus des) )",
    places: {
      ocean: "mer|océan|eau|plage|côte|vagues|baie|port",
      mountains: "montagnes?|collines|sommets|alpes|vallée|cimes",
      city: "ville|village|toits",
      forest: "forêt|bois|arbres|sous-bois",
      desert: "désert|dunes",
      fields: "campagne|champs|lac|rivière|prairie|parc|horizon|plaine",
      window: "fenêtres?|vitres?|toits?|rues?",
    },
  },
  de: {
    ...LATIN,
    asks: "(?:(?:bitte )?(?:mach|mache|erstelle|erzeuge|zeig|zeige|drehe|produziere)(?: mir| uns)?(?: bitte)? )?(?:(?:ein |einen |das )?(?:(?:kurzes|ruhiges|schönes|entspannendes|kurzen|ruhigen|schönen|kleinen|kleines|motivierendes|inspirierendes) )*(?:video|film|clip) (?:von \\d+ sekunden )?(?:über|von|zum thema) )?",
    praises:
      "(?:die |der |das )?(?:schönheit|freuden?|zauber|magie|ruhe|stille|klang|liebe|genuss|glück|kraft|rauschen|wunder|poesie) (?:von |des |der |am |an |zu |zum |zur |im )",
    definite: "(?:der|die|das|den|dem|des) ",
    indefinite: "(?:ein|eine|einen|einem|einer|eines) ",
    adjective:
      "(?:schön|wunderschön|ruhig|still|friedlich|sanft|herrlich|magisch|zauberhaft|majestätisch|atemberaubend|wunderbar|malerisch|beeindruckend)(?:e|en|er|es|em)",
    at: "(?:(?:über|in|auf|an|hinter|vor|von) (?:der |dem |den |einem |einer )?|(?:im|am|überm) )",
    places: {
      ocean: "meer|ozean|wasser|strand|küste|wellen|ostsee|nordsee",
      mountains: "bergen?|alpen|gebirge|hügeln?|gipfeln|tal",
      city: "stadt|dorf|dächern|dächer",
      forest: "wald|wäldern|bäumen|wipfeln",
      desert: "wüste|dünen",
      fields: "land|feldern|see|fluss|wiesen?|park|horizont|felder",
      window: "fenster|fensterscheibe|dach|straße|straßen",
    },
  },
  ja: {
    asks: "",
    asked:
      "(?:(?:について|に関する|を描いた|を映した)?の?(?:\\d+秒の)?(?:短い|静かな|美しい|癒やしの|癒しの)?(?:動画|ビデオ|映像|ムービー)?(?:を(?:作って|作成して|つくって|見せて)(?:ください|下さい)?)?|について)",
    praises: "",
    praised: "(?:の(?:美しさ|魅力|楽しみ|楽しさ|喜び|力|静けさ|素晴らしさ|すばらしさ|ひととき|ある暮らし))?",
    definite: "",
    indefinite: "(?:一杯の|ひとつの)",
    adjective:
      "(?:美しい|静かな|穏やかな|おだやかな|きれいな|綺麗な|素敵な|すてきな|壮大な|幻想的な|やさしい|優しい|雄大な|癒やしの|癒しの)",
    at: "",
    places: {
      ocean: "(?:海|海辺|浜辺|水平線|海岸|ビーチ)(?:の|に沈む|に昇る|の上の|に浮かぶ)",
      mountains: "(?:山|山々|高原|丘|アルプス)(?:の|に沈む|から昇る|の上の|に昇る)",
      city: "(?:街|町|都会|村)(?:の|に沈む|の上の|に降る|に昇る)",
      forest: "(?:森|林)(?:の|の中の|に降る|に沈む)",
      desert: "(?:砂漠|砂丘)(?:の|に沈む|の上の)",
      fields: "(?:田舎|草原|野原|畑|湖|川|里山|地平線)(?:の|に沈む|の上の|に降る|に昇る)",
      window: "(?:窓辺|窓の外|窓|通り|屋根)(?:の|に降る|を打つ)",
    },
  },
  zh: {
    asks: "(?:请)?(?:帮我|给我)?(?:(?:制作|做|生成|创作|拍|拍摄)(?:一个|一段|一部|一条)?(?:\\d+秒的?)?)?(?:关于|有关)?",
    asked: "(?:的(?:短|小)?(?:视频|影片|短片|短视频))?",
    praises: "",
    praised: "(?:(?:的|之)(?:美|美丽|美景|魅力|乐趣|魔力|力量|声音|宁静|静谧|快乐|美好))?",
    definite: "",
    indefinite: "一(?:个|场|片|座|条|只|轮|群|抹|幅|杯|道|次|种)",
    adjective: "(?:美丽|宁静|平静|安静|静谧|壮丽|壮观|温柔|迷人|美好|优美|绝美|唯美|治愈)(?:的)?",
    at: "",
    places: {
      ocean: "(?:海上|海边|海面上?|大海上?|海滩上?|沙滩上?|海岸)的?",
      mountains: "(?:山上|山中|山里|山间|山顶|群山|高山|山谷里?|山区)的?",
      city: "(?:城市|城里|都市|小镇|城市上空|村庄)(?:里|中)?的?",
      forest: "(?:森林|林中|林间|树林)(?:里|中)?的?",
      desert: "(?:沙漠|大漠|沙丘)(?:里|中|上)?的?",
      fields: "(?:田野|乡村|乡间|草原|湖边|湖面|河边|湖上|原野)(?:里|上)?的?",
      window: "(?:窗外|窗前|屋檐|街上|街道)的?",
    },
  },
};
