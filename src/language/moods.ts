import type { Mood } from "../domain/storyboard.ts";
import { type Lexicon, scoreText, strongest } from "./lexicon.ts";
import { MOODS_DE, MOODS_FR } from "./moods-fr-de.ts";
import { MOODS_JA, MOODS_ZH } from "./moods-ja-zh.ts";
import type { PlanLanguage } from "./plan-language.ts";

const MOODS: Record<PlanLanguage, Lexicon<Mood>> = {
  en: {
    calm: `calm peace peaceful quiet gentle gently soft softly slow slowly still rest sleep breathe breath serene tranquil relax relaxing meditation
      breeze lake garden tea cozy warm home sunset sunrise meadow drift drifting float whisper silence silent snow morning evening nature forest sea`,
    uplifting: `hope hopeful joy joyful happy happiness inspire inspiring inspiration dream dreams success win victory celebrate celebration bright
      rise rising grow growth together love friend friendship future possible achieve achievement courage brave freedom free light new begin beginning
      learn discover discovery build create smile wonderful great best proud motivation motivational startup spring bloom`,
    dramatic: `war battle storm fire explode explosion danger dangerous power powerful fight empire crash disaster erupt eruption volcano lava
      earthquake hurricane tornado thunder lightning attack king conquer collapse fierce rage fury epic intense struggle survive survival
      extreme giant mighty revolution crisis race predator hunt avalanche tsunami flood`,
    mysterious: `mystery mysterious secret secrets hidden dark darkness unknown strange shadow shadows night ghost ancient lost deep universe cosmos
      space galaxy black_hole myth legend magic moon fog mist dusk dream enigma puzzle ruins cave abyss alien stars nebula void`,
    playful: `play playful fun funny game games toy toys laugh laughter jump dance dancing party silly cute puppy kitten puppies kittens bounce monkey
      cartoon circus clown balloon candy cookie cake ice_cream joke tickle giggle adventure colorful colourful jazz football soccer penguin robot`,
    melancholic: `sad sadness lonely alone loss tears cry crying grief sorrow memory memories remember forgotten goodbye farewell rain rainy autumn
      winter grey gray fade fading old gone miss missing regret nostalgia empty wither funeral died grave ashes broken`,
  },
  es: {
    calm: `calma tranquilo tranquila tranquilidad paz sereno serena suave suavemente lento lenta despacio silencio silencioso descanso dormir respirar
      brisa lago jardín té hogar atardecer amanecer prado flotar susurro nieve mañana naturaleza bosque mar meditación relajante quieto quieta`,
    uplifting: `esperanza alegría alegre feliz felicidad inspirar inspiración sueño éxito ganar victoria celebrar celebración brillante crecer
      crecimiento juntos amor amigo amistad futuro posible lograr logro valor valiente libertad libre luz nuevo nueva comenzar comienzo aprender
      descubrir descubrimiento construir crear sonrisa maravilloso maravillosa mejor orgullo primavera florecer`,
    dramatic: `guerra batalla tormenta fuego incendio explosión peligro peligroso poder poderoso lucha imperio desastre erupción volcán lava terremoto
      huracán tornado trueno relámpago rayo ataque rey conquistar caída colapso feroz furia épico épica intenso sobrevivir supervivencia extremo
      gigante revolución crisis carrera depredador caza avalancha tsunami inundación`,
    mysterious: `misterio misterioso misteriosa secreto oculto oculta oscuro oscura oscuridad desconocido extraño extraña sombra noche fantasma antiguo
      antigua perdido perdida profundo profunda universo cosmos espacio galaxia agujero_negro mito leyenda magia luna niebla bruma enigma ruina
      cueva abismo extraterrestre estrella nebulosa vacío`,
    playful: `jugar juego divertido divertida gracioso juguete reír risa saltar bailar baile fiesta tierno cachorro gatito mono circo payaso globo
      dulce galleta pastel helado broma aventura colorido jazz fútbol pingüino robot`,
    melancholic: `triste tristeza solo sola soledad pérdida lágrima llorar llanto pena dolor recuerdo memoria recordar olvidado olvidada adiós
      despedida lluvia lluvioso otoño invierno gris viejo vieja nostalgia añorar vacío murió tumba ceniza roto rota`,
  },
  fr: MOODS_FR,
  de: MOODS_DE,
  ja: MOODS_JA,
  zh: MOODS_ZH,
};

/** The mood a text speaks of, or `otherwise` when it names none. */
export function moodOf(text: string, language: PlanLanguage, otherwise: Mood): Mood {
  return strongest(scoreText(text, MOODS[language], language)) ?? otherwise;
}
