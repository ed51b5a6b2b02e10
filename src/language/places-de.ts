import type { Palette, Setting } from "../domain/storyboard.ts";
import type { Lexicon } from "./lexicon.ts";

/** German words that name or imply a place. */
export const PLACES_DE: Lexicon<Setting> = {
  ocean: `ozean meer see_und_meer welle strand küste ufer insel hochsee nordsee ostsee leuchtturm leuchtturmwärter | golf bucht hafen steg kai ebbe flut gezeiten brandung surfen surfer segel segeln segelboot
    segelschiff seefahrt matrose seemann boot schiff dampfer fähre yacht anker kapitän pirat fischen fischer fischerei robbe seehund seelöwe schildkröte möwe pelikan tsunami
    atlantik pazifik karibik mittelmeer schwimmen schwimmer wasser salz reise überfahrt fjord perle garnele hummer deich watt kreuzfahrt wal pottwal delfin delphin orca schwertwal`,
  mountains: `berg gebirge gipfel hügel tal vulkan gletscher schlucht klippe bergwelt | alpen anden himalaya everest harz fuji lava magma krater ausbruch fels felsen stein höhle
    wandern wanderer wanderung klettern kletterer bergsteiger bergsteigen pfad hochebene höhe adler kondor lama alpaka almhütte erdbeben geologie bergwerk mineral burg festung
    drache steinbock gämse murmeltier horizont himmel wolke klima tornado ballon heißluftballon flugzeug fliegen flug wind`,
  city: `schlachtfeld spielfeld fußballfeld stadt großstadt innenstadt straße allee gebäude wolkenkratzer hochhaus städtisch | autobahn verkehr stau turm wohnung büro u-bahn s-bahn zug bahnhof straßenbahn bus taxi auto wagen
    lastwagen fahrzeug fahrrad motorrad flughafen laden geschäft markt supermarkt hotel theater kino konzert bühne musik jazz band orchester trommel saxophon saxofon trompete klub club bar
    schule universität student studentin schüler lehrer lehrerin krankenhaus arzt ärztin krankenschwester geld unternehmen unternehmer firma fabrik industrie arbeiter arbeit beruf börse
    computer technik technologie roboter maschine telefon handy fernsehen radio nachricht menge menschenmenge leute fest party hochzeit stadion fußball basketball tennis spiel sport mode kunst künstler maler
    galerie kirche kathedrale dom palast könig königin kaiser reich römisch rom paris london tokio berlin hamburg münchen köln wien zürich madrid moskau peking new_york regierung präsident
    parlament gesetz polizei polizist feuerwehr politik revolution krieg soldat armee geschichte antike zivilisation neon elektrizität strom motor platz kunde`,
  space: `weltraum weltall all planet galaxie universum kosmos kosmisch milchstraße nebelfleck sonnensystem | stern mond sonne umlaufbahn asteroid meteorit meteor supernova schwarzes_loch
    schwarze_löcher astronaut astronautin kosmonaut rakete satellit raumsonde raumschiff raumfahrt nasa mars venus jupiter saturn neptun uranus merkur pluto erde außerirdischer alien ufo start
    schwerkraft gravitation relativitätstheorie physik physiker atom teilchen elektron photon singularität wissenschaft wissenschaftler forscher strahlung urknall schwerelosigkeit`,
  forest: `wald wälder dschungel regenwald urwald baum lichtung vier_jahreszeiten | eiche kiefer tanne ahorn birke weide buche bambus blatt laub ast zweig wurzel moos farn pilz pflanze blume rose tulpe
    lilie orchidee garten gärtner park rasen busch samen frucht obst apfel beere gemüse wein vogel spatz meise amsel nachtigall papagei biene honig bienenstock schmetterling insekt ameise käfer
    spinne marienkäfer schnecke wurm hirsch reh fuchs wolf bär kaninchen hase eichhörnchen igel dachs waschbär wildschwein elch panda affe gorilla tiger leopard jaguar faultier hund welpe katze
    kätzchen einhorn fee elfe zwerg hexe tier natur natürlich wild wildnis grün ökosystem ökologie artenvielfalt fotosynthese photosynthese bestäubung frühling zelten zelt jäger hütte dinosaurier
    sumpf familie kind liebe herz leben frieden freund freundschaft gesundheit körper traum dna gen zelle evolution bakterium`,
  desert: `wüste sand düne sahara oase savanne | kamel dromedar kaktus karawane nomade beduine pyramide ägypten ägyptisch pharao sphinx mumie arabien persien mesopotamien babylon marokko
    trocken dürre hitze heiß glühend fata_morgana skorpion eidechse schlange geier kojote safari afrika afrikanisch löwe löwin elefant giraffe zebra nashorn nilpferd flusspferd gepard hyäne antilope gazelle
    strauß känguru australien mexiko cowboy archäologie archäologe fossil grab ruine tempel`,
  winter: `winter schnee verschneit schneesturm winterlandschaft schneefall winterlich | schneeflocke schneemann eis frost gefroren frieren kälte kalt ski skifahren skifahrer schlitten
    rodeln schlittschuh eislaufen weihnachten weihnachtsmann rentier arktis antarktis polar iglu husky eisberg lawine schal handschuh pinguin eiszapfen nordpol südpol tundra dezember
    januar februar eisbär`,
  field: `feld felder wiese weide acker bauernhof landschaft steppe dorf | bauer bäuerin landwirt landwirtschaft weizen gerste roggen mais ernte heu scheune traktor pflug kuh rind vieh schaf lamm
    ziege pferd stute pony hahn huhn henne küken schwein sonnenblume mohn mohnblume lavendel windmühle vogelscheuche gänseblümchen löwenzahn ländlich gras weinberg obstgarten gemüsegarten
    schäfer hirte stier ochse esel ebene reisfeld klee drachen_steigen picknick`,
  rain: `regen regnerisch regnen regnet schauer nieselregen monsun wolkenbruch | gewitter regentropfen regenschirm pfütze donner blitz nass regenmantel regenbogen überschwemmung
    hagel sturm unwetter`,
  underwater: `unterwasser unter_wasser meeresboden meeresgrund tiefsee korallenriff | koralle riff taucher tauchen fisch krake oktopus tintenfisch kalmar qualle seepferdchen
    hai rochen anemone alge tang plankton wrack schiffswrack u-boot aquarium seestern meeresschildkröte meerjungfrau auster muschel thunfisch aal seeigel
    krabbe krebs abgrund`,
  "night-sky": `| nachthimmel sternenhimmel sternennacht polarlicht nordlicht sternschnuppe sternbild vollmond mondlicht mondschein großer_wagen glühwürmchen lagerfeuer teleskop tierkreis
    finsternis mondfinsternis sonnenfinsternis komet astronomie astronom sternwarte wiegenlied schlaflied eule fledermaus`,
  river: `fluss strom bach wasserfall see teich | weiher flussufer kanal stromschnelle mündung delta schwan ente otter biber reiher frosch kröte lachs forelle kanu kajak rudern amazonas nil
    donau rhein elbe themse mississippi angel angler wassermühle staudamm quelle süßwasser krokodil libelle schilf seerose gondel brücke`,
  room: `zimmer raum wohnzimmer schlafzimmer küche klassenzimmer badezimmer bad bibliothek innenraum | haus zuhause heim sofa sessel stuhl tisch schreibtisch lampe bett kissen decke kamin fenster
    tür buch regal bücherregal kerze klavier gitarre geige cello schach kochen koch köchin rezept backen ofen brot bäcker bäckerei kuchen keks kaffee tee teekanne tasse frühstück abendessen
    besprechung möbel teppich vorhang uhr spiegel restaurant café lesen lernen hausaufgabe nähen stricken wolle spielzeug baby großmutter oma dachboden keller werkstatt labor gemälde
    skulptur museum schlafen schlaf käse`,
  abstract: `magnetfeld gravitationsfeld abstrakt geometrie geometrisch mathematik algorithmus algorithmen daten information idee begriff philosophie | zahl gleichung logik theorie algebra rechnung statistik wahrscheinlichkeit
    fraktal muster form kreis dreieck code programmieren software programmierer internet netzwerk digital künstliche_intelligenz maschinelles_lernen blockchain kryptowährung bitcoin quanten
    bewusstsein geist gedanke denken psychologie motivation erfolg innovation kreativität kommunikation wirtschaft finanzen marketing strategie produktivität gerechtigkeit wahrheit gefühl
    farbe klang energie entropie demokratie sprache grammatik ethik unendlichkeit dimension frequenz`,
};

/** German words that name or imply a light. */
export const LIGHTS_DE: Lexicon<Palette> = {
  dawn: `morgendämmerung sonnenaufgang morgengrauen tagesanbruch morgen morgenlicht aufgehende_sonne | früh erwachen aufwachen geburt anfang beginn beginnen beginnt ursprung hahn frühling blüte
    hoffnung neu tau frühstück frisch erste ersten jung baby samen`,
  day: `mittag tageslicht sonnig bei_tag am_tag nachmittag sonnenschein vormittag | sonne hell sommer blau strand schule markt grün mittagessen himmel biene blume brot fußball kind garten
    glücklich freude ferien urlaub`,
  sunset: `sonnenuntergang abend abenddämmerung dämmerung untergehende_sonne abendrot abendlicht goldene_stunde | golden gold orange rot ende abschied feuer flamme lava romantik romantisch liebe wein abendessen
    alt erinnerung geschichte reich antik horizont`,
  night: `nacht nachts nächtlich mitternacht mondlicht mondschein sternklar polarlicht nordlicht sternenhimmel nachthimmel sternschnuppe | dunkel dunkelheit mond stern weltraum weltall galaxie universum kosmos astronaut rakete
    teleskop planet komet schwarzes_loch neon lampe kerze traum schlaf schlafen eule fledermaus gespenst geist geheimnis schatten glühwürmchen jazz finsternis leuchtturm tief abgrund
    umlaufbahn nebelfleck vampir theater kino`,
  misty: `nebel neblig dunst dunstig | bewölkt bedeckt geheimnisvoll nieselregen`,
  autumn: `herbst herbstlich herbstlaub | oktober november september kürbis weinlese eichel kastanie ernte`,
};
