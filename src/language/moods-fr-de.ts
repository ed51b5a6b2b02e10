import type { Mood } from "../domain/storyboard.ts";
import type { Lexicon } from "./lexicon.ts";

/** French words that speak of a mood. */
export const MOODS_FR: Lexicon<Mood> = {
  calm: `calme paix paisible tranquille doux douce doucement lent lente lentement silence silencieux sereine serein repos dormir respirer souffle brise lac jardin thé foyer coucher_de_soleil
    aube pré flotter murmure neige matin soir nature forêt mer méditation détente apaisant`,
  uplifting: `espoir joie joyeux joyeuse heureux heureuse bonheur inspirer inspiration rêve succès réussite gagner victoire célébrer célébration brillant grandir croissance ensemble amour ami amitié
    avenir futur possible courage liberté libre lumière nouveau nouvelle commencer début apprendre découvrir découverte construire créer sourire merveilleux meilleur fierté printemps fleurir`,
  dramatic: `guerre bataille tempête feu incendie explosion danger dangereux pouvoir puissant puissance combat empire désastre éruption volcan lave séisme ouragan tornade tonnerre éclair foudre attaque roi conquérir chute
    effondrement féroce fureur épique intense survivre survie extrême géant révolution crise course prédateur chasse avalanche tsunami inondation`,
  mysterious: `mystère mystérieux mystérieuse secret caché cachée sombre obscurité inconnu étrange ombre nuit fantôme ancien ancienne perdu perdue profond profonde univers cosmos espace galaxie trou_noir mythe légende
    magie lune brouillard brume énigme ruine grotte abysses extraterrestre étoile nébuleuse vide`,
  playful: `jouer jeu amusant drôle jouet rire sauter danser danse fête mignon chiot chaton singe cirque clown ballon bonbon biscuit gâteau glace blague aventure coloré jazz football manchot robot`,
  melancholic: `triste tristesse seul seule solitude perte larme pleurer chagrin douleur souvenir mémoire oublié oubliée adieu pluie pluvieux automne hiver gris vieux vieille nostalgie regret vide mort tombe cendre brisé brisée`,
};

/** German words that speak of a mood. */
export const MOODS_DE: Lexicon<Mood> = {
  calm: `ruhe ruhig still stille sanft leise langsam frieden friedlich gelassen entspannung entspannt schlafen atmen brise see garten tee zuhause sonnenuntergang morgen abend wiese schweben flüstern schnee natur wald meer
    meditation gemütlich`,
  uplifting: `hoffnung freude fröhlich glücklich glück inspiration inspirieren traum erfolg gewinnen sieg feiern feier strahlend hell wachsen wachstum gemeinsam zusammen liebe freund freundschaft zukunft möglich mut mutig
    freiheit frei licht neu anfangen anfang beginn lernen entdecken entdeckung bauen erschaffen lächeln wunderbar beste stolz frühling blühen`,
  dramatic: `krieg schlacht sturm feuer brand explosion gefahr gefährlich macht mächtig kraft kampf reich katastrophe ausbruch vulkan lava erdbeben orkan tornado donner blitz angriff könig erobern untergang zusammenbruch wild wut
    episch heftig überleben extrem riesig revolution krise rennen raubtier jagd lawine tsunami flut überschwemmung`,
  mysterious: `geheimnis geheimnisvoll rätsel rätselhaft verborgen dunkel dunkelheit unbekannt seltsam schatten nacht gespenst uralt verloren tief universum kosmos weltraum galaxie schwarzes_loch mythos legende magie zauber
    mond nebel ruine höhle abgrund stern leere`,
  playful: `spielen spiel lustig spaß spielzeug lachen springen tanzen tanz party fest niedlich süß welpe kätzchen affe zirkus clown ballon bonbon keks kuchen eis witz abenteuer bunt jazz fußball pinguin roboter`,
  melancholic: `traurig trauer allein einsam einsamkeit verlust träne weinen kummer schmerz erinnerung vergessen abschied lebewohl regen regnerisch herbst winter grau alt nostalgie sehnsucht leer tod grab asche zerbrochen`,
};
