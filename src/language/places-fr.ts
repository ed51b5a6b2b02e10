import type { Palette, Setting } from "../domain/storyboard.ts";
import type { Lexicon } from "./lexicon.ts";

/** French words that name or imply a place. */
export const PLACES_FR: Lexicon<Setting> = {
  ocean: `océan mer vague plage côte littoral rivage île large bord_de_mer phare | golfe baie port jetée quai marée houle surf surfeur voile voilier
    naviguer navigation marin marine matelot bateau navire paquebot ferry yacht ancre capitaine pirate pêche pêcheur phoque otarie tortue mouette goéland
    pélican tsunami atlantique pacifique antilles caraïbes méditerranée bretagne nager natation baigneur eau sel voyage traversée falaise fjord perle sable_fin
    dune_littorale récif crevette homard naufragé croisière baleine cachalot dauphin orque`,
  mountains: `montagne mont pic sommet cime colline vallée volcan glacier canyon sierra chaîne_de_montagnes | alpes alpin andes himalaya everest pyrénées
    jura vosges fuji volcanique lave magma cratère éruption roche rocher pierre grotte caverne randonnée randonneur escalade grimper grimpeur alpiniste
    alpinisme sentier altitude plateau aigle condor lama alpaga chalet refuge gorge tremblement_de_terre séisme géologie mine minéral château forteresse
    dragon bouquetin chamois marmotte horizon ciel nuage climat tornade montgolfière avion voler vol vent`,
  city: `champ_de_bataille champs_élysées champs-élysées ville cité urbain urbaine rue avenue boulevard immeuble gratte-ciel quartier métropole | autoroute route circulation embouteillage tour centre-ville appartement bureau
    métro train gare tramway bus taxi voiture auto automobile camion véhicule vélo bicyclette moto aéroport magasin boutique marché supermarché hôtel théâtre cinéma
    concert scène musique jazz orchestre tambour saxophone trompette club bar école université étudiant étudiante élève professeur hôpital médecin docteur infirmière
    banque argent affaires entreprise entrepreneur usine industrie ouvrier travail métier bourse ordinateur technologie robot machine téléphone télévision radio
    journal foule gens fête mariage stade football basket tennis jeu sport gymnase mode art artiste peintre galerie église cathédrale palais roi reine empereur
    empire romain rome paris londres tokyo lyon marseille bruxelles genève montréal berlin madrid moscou pékin new_york gouvernement président parlement loi
    police policier pompier politique révolution guerre soldat armée histoire antiquité civilisation néon électricité électrique moteur place client`,
  space: `espace spatial spatiale planète galaxie univers cosmos cosmique voie_lactée nébuleuse système_solaire | étoile lune lunaire soleil solaire orbite astéroïde
    météorite météore supernova trou_noir astronaute cosmonaute fusée satellite sonde nasa mars vénus jupiter saturne neptune uranus mercure pluton terre
    extraterrestre ovni soucoupe_volante lancement gravité relativité physique physicien atome particule électron photon singularité science scientifique rayonnement
    big_bang apesanteur`,
  forest: `forêt bois jungle arbre bosquet clairière sous-bois quatre_saisons | chêne pin sapin érable bouleau saule hêtre bambou feuille feuillage branche racine mousse
    fougère champignon plante fleur rose tulipe lys orchidée jardin jardinier parc pelouse buisson graine fruit pomme baie légume vin oiseau rossignol moineau mésange
    perroquet abeille miel ruche papillon insecte fourmi scarabée araignée coccinelle escargot ver cerf biche chevreuil renard loup ours lapin lièvre écureuil hérisson
    blaireau raton_laveur sanglier élan panda singe gorille tigre léopard jaguar paresseux chien chiot chat chaton licorne fée elfe lutin sorcière animal animaux nature
    naturel sauvage vert verdure écosystème écologie biodiversité photosynthèse pollinisation printemps camping tente chasseur cabane dinosaure marais famille enfant
    amour cœur vie paix ami amitié santé corps rêve adn gène cellule évolution bactérie`,
  desert: `désert sable dune sahara oasis savane | chameau dromadaire cactus caravane nomade bédouin pyramide égypte égyptien pharaon sphinx momie arabie perse
    mésopotamie babylone maroc tunisie aride sec sécheresse chaleur chaud brûlant mirage scorpion lézard serpent vautour coyote safari afrique africain lion lionne éléphant
    girafe zèbre rhinocéros hippopotame guépard hyène antilope gazelle autruche kangourou australie mexique cow-boy archéologie archéologue fossile tombeau ruine temple`,
  winter: `hiver neige neigeux enneigé enneigée tempête_de_neige hivernal | flocon bonhomme_de_neige glace givre gelé gel verglas froid ski skier skieur luge traîneau patinage patin
    patineur noël père_noël renne arctique antarctique polaire igloo husky iceberg avalanche écharpe moufle manchot pingouin pôle_nord pôle_sud toundra banquise
    stalactite décembre janvier février ours_polaire ours_blanc raquette`,
  field: `champ prairie pré campagne ferme pâturage steppe | fermier agriculteur agricultrice paysan paysanne agriculture blé orge maïs seigle moisson récolte foin
    meule grange tracteur charrue vache bétail mouton brebis agneau chèvre cheval jument poney coq poule poussin cochon porc tournesol coquelicot lavande moulin épouvantail
    marguerite pâquerette pissenlit village rural ranch herbe vigne vignoble verger potager berger bergère taureau bœuf âne plaine rizière trèfle cerf-volant pique-nique`,
  rain: `pluie pluvieux pluvieuse pleuvoir pleut averse bruine crachin mousson | orage goutte_de_pluie gouttes_de_pluie parapluie flaque tonnerre éclair foudre mouillé trempé imperméable
    arc-en-ciel inondation grêle tempête déluge`,
  underwater: `sous-marin sous-marine sous_eau sous_la_mer fond_marin fonds_marins fond_de_la_mer abysses récif_de_corail récif_corallien | corail coraux plongée plongeur plonger
    poisson pieuvre poulpe calamar méduse hippocampe requin raie anémone algue plancton épave aquarium étoile_de_mer tortue_marine tortue_de_mer sirène
    huître palourde thon anguille oursin crabe crustacé profondeurs`,
  "night-sky": `| ciel_nocturne ciel_étoilé nuit_étoilée aurore_boréale aurores_boréales étoile_filante étoiles_filantes constellation pleine_lune clair_de_lune grande_ourse luciole feu_de_camp
    télescope zodiaque éclipse comète astronomie astronome observatoire berceuse hibou chouette chauve-souris pluie_étoiles belle_étoile`,
  river: `rivière fleuve ruisseau torrent cascade chute_eau lac | étang rive berge canal rapides estuaire delta cygne canard loutre castor héron grenouille crapaud saumon truite
    canoë kayak aviron amazone nil danube rhin seine loire rhône tamise mississippi canne_à_pêche moulin_à_eau barrage source eau_douce crocodile libellule roseau nénuphar
    gondole péniche pont`,
  room: `chambre pièce salon cuisine salle salle_de_classe salle_de_bains bibliothèque intérieur | maison foyer canapé fauteuil chaise table lampe lit oreiller couverture cheminée
    fenêtre porte livre étagère bougie piano guitare violon violoncelle échecs cuisinier cuisinière recette four pain boulanger boulangerie gâteau biscuit café thé théière tasse
    petit-déjeuner dîner réunion meuble tapis rideau horloge miroir restaurant lecture lire étude étudier devoirs couture tricot laine jouet bébé grand-mère mamie grenier cave atelier
    laboratoire peinture sculpture musée dormir sommeil crêpe croissant fromage`,
  abstract: `champ_magnétique champ_gravitationnel abstrait abstraite géométrie géométrique mathématiques algorithme données donnée information idée concept philosophie | nombre équation logique théorie algèbre calcul
    statistique probabilité fractale motif forme cercle triangle code programmation logiciel programmeur internet réseau numérique intelligence_artificielle apprentissage blockchain
    cryptomonnaie bitcoin quantique conscience esprit pensée penser psychologie motivation succès réussite innovation créativité communication économie finance marketing stratégie
    productivité justice vérité émotion couleur son énergie entropie démocratie langue langage grammaire éthique infini dimension fréquence`,
};

/** French words that name or imply a light. */
export const LIGHTS_FR: Lexicon<Palette> = {
  dawn: `aube aurore lever_du_soleil lever_de_soleil soleil_levant matin matinée petit_matin point_du_jour | tôt réveil naître naissance début commencement commencer origine coq printemps
    éclosion espoir nouveau nouvelle rosée petit-déjeuner frais fraîche premier première jeune bébé graine`,
  day: `midi plein_jour de_jour journée ensoleillé ensoleillée grand_soleil après-midi | soleil brillant été bleu clair plage école marché vert déjeuner ciel abeille fleur pain football enfant
    jardin heureux joie vacances`,
  sunset: `coucher_du_soleil coucher_de_soleil soleil_couchant couchant crépuscule soir soirée tombée_de_la_nuit heure_dorée | doré dorée or orange rouge fin adieu feu flamme lave romance romantique
    amour vin dîner vieux vieille souvenir mémoire histoire empire ancien horizon`,
  night: `nuit nocturne minuit clair_de_lune lumières_de_la_ville étoilé étoilée aurore_boréale aurores_boréales étoile_filante étoiles_filantes | sombre obscur noir obscurité lune étoile espace galaxie univers cosmos astronaute fusée
    télescope planète comète trou_noir néon lampe bougie rêve sommeil dormir hibou chouette chauve-souris fantôme mystère secret ombre luciole jazz éclipse phare profond abysses orbite
    nébuleuse vampire théâtre cinéma`,
  misty: `brume brouillard brumeux brumeuse | nuageux couvert mystérieux bruine`,
  autumn: `automne automnal feuilles_mortes feuille_morte | octobre novembre septembre citrouille vendange vendanges gland châtaigne récolte`,
};
