import type { PlanLanguage } from "./detect.ts";

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
};

/** A prompt without the words that only ask for a film: "Make a video about my dog" is "my dog". */
export function withoutAsking(prompt: string, language: PlanLanguage): string {
  return ASKING[language].reduce((text, pattern) => {
    const rest = text.replace(pattern, "");
    return /\p{L}{2}/u.test(rest) ? rest : text;
  }, prompt);
}

/** Whether a prompt talks to the maker of the film about the film. */
export function isDirection(prompt: string): boolean {
  return /\b(video|film|movie|clip|footage|camera|cinematic|montage|close-up|voice-?over|narrator|viewers?|audience|style of|soundtrack|4k|vídeo|película|cámara|toma|plano)\b/i.test(
    prompt,
  );
}
