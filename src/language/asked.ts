import { isUnspaced, type PlanLanguage } from "./plan-language.ts";

const ASKING: Record<PlanLanguage, RegExp[]> = {
  en: [
    /^(?:please[,\s]+)?(?:(?:can|could) you\s+)?(?:make|create|generate|produce|write|show|give|film|tell|i want|i need)(?:\s+(?:me|us))?(?:\s+(?:a|an|the|some))?(?:\s+[\w-]+){0,3}?(?:\s+(?:video|film|movie|documentary|clip|explainer|story|overview|animation|facts|ad|trailer))?\s+(?:about|on|of|explaining|showing|for)\s+/i,
    /^(?:an?|the)?\s*(?:[\w-]+\s+){0,2}(?:video|film|movie|documentary|clip|explainer)\s+(?:about|on|of|explaining|showing)\s+/i,
    /^(?:the\s+)?(?:top\s+)?\d+\s+(?:\w+\s+)?facts\s+(?:about|on)\s+/i,
  ],
  es: [
    /^(?:por favor[,\s]+)?(?:haz|hazme|crea|créame|genera|produce|escribe|muestra|muéstrame|quiero)(?:\s+(?:un|una|el|la))?(?:\s+[\p{L}-]+){0,2}?(?:\s+(?:vídeo|video|película|documental|corto|clip|historia))?\s+(?:sobre|de|acerca de|que muestre)\s+/iu,
    /^(?:un|una)\s+(?:[\p{L}-]+\s+)?(?:vídeo|video|película|documental|corto)\s+(?:sobre|de|acerca de)\s+/iu,
  ],
  fr: [
    /^(?:s['’]il (?:te|vous) pla[iî]t[,\s]+)?(?:fais|faites|crée|créez|créer|génère|générez|réalise|réalisez|produis|produisez|écris|écrivez|montre|montrez|je (?:veux|voudrais))(?:[-\s]moi)?(?:\s+(?:un|une|le|la))?(?:\s+[\p{L}-]+){0,2}?\s+(?:vidéo|film|documentaire|court-métrage|clip|reportage|histoire)(?:\s+[\p{L}-]+)?\s+(?:sur|de|à propos de|qui parle de|au sujet de)\s+/iu,
    /^(?:une?\s+)?(?:[\p{L}-]+\s+)?(?:vidéo|film|documentaire|court-métrage|reportage)\s+(?:sur|à propos de|au sujet de)\s+/iu,
  ],
  de: [
    /^(?:bitte[,\s]+)?(?:mach|mache|macht|erstelle|erstell|erzeuge|produziere|schreibe|schreib|zeige|zeig|dreh|drehe|ich (?:will|möchte|brauche))(?:\s+(?:mir|uns))?(?:\s+bitte)?(?:\s+(?:ein|eine|einen))?(?:\s+[\p{L}-]+){0,2}?\s+(?:video|film|kurzfilm|dokumentation|doku|dokumentarfilm|clip|geschichte)\s+(?:über|von|zum thema|zu)\s+/iu,
    /^(?:ein(?:en?)?\s+)?(?:[\p{L}-]+\s+)?(?:video|film|kurzfilm|dokumentation|doku|dokumentarfilm|clip)\s+(?:über|zum thema)\s+/iu,
  ],
  ja: [
    /(?:について|に関して|に関する|を紹介する|を説明する|の)(?:の)?(?:短い|面白い|楽しい|美しい)?(?:動画|ビデオ|映像|映画|ムービー|ドキュメンタリー|ショート)(?:を?(?:作って|作成して|制作して|生成して|見せて|つくって|お願い)(?:ください|下さい|ほしい|欲しい|します)?)?[。！!]*$/u,
  ],
  zh: [
    /^(?:请|請)?(?:帮我|给我|为我)?(?:制作|做|创建|创作|生成|拍|拍摄|写|我想要|我要|展示)(?:一个|一部|一段|一条|个|段)?(?:短|有趣的|精彩的)?(?:关于|介绍|讲述|有关)/u,
    /^(?:一个|一部|一段)?(?:关于|介绍|讲述|有关)(?=.+的(?:视频|短片|影片|电影|纪录片|动画)[。！!]*$)/u,
    /的(?:短)?(?:视频|短片|影片|电影|纪录片|动画)[。！!]*$/u,
  ],
};

/** A prompt without the words that only ask for a film: "Make a video about my dog" is "my dog". */
export function withoutAsking(prompt: string, language: PlanLanguage): string {
  const least = isUnspaced(language) ? /\p{L}/u : /\p{L}{2}/u;
  const bare = ASKING[language].reduce((text, pattern) => {
    const rest = text.replace(pattern, "");
    return least.test(rest) ? rest : text;
  }, prompt);
  return language === "de" && bare !== prompt ? asNamed(bare) : bare;
}

/** German that stood after "über" as it is called: "den Bau" is "der Bau". */
const asNamed = (text: string): string => text.replace(/^den (?=\p{Lu})/u, "der ").replace(/^einen (?=\p{L})/u, "ein ");

/** Whether a prompt talks to the maker of the film about the film. */
export function isDirection(prompt: string): boolean {
  return DIRECTION.test(prompt) || DIRECTION_WIDE.test(prompt);
}

const DIRECTION =
  /(?<!\p{L})(video|film|movie|clip|footage|camera|cinematic|montage|close-up|voice-?over|narrator|viewers?|audience|style of|soundtrack|4k|vídeo|película|cámara|toma|plano|vidéo|caméra|gros plan|voix off|spectateurs?|kamera|nahaufnahme|zuschauer|sprecher)(?!\p{L})/iu;
const DIRECTION_WIDE = /動画|ビデオ|映像|カメラ|ナレーション|视频|影片|镜头|旁白|短片/u;
