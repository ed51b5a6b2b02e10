/**
 * Built-in pictures of living things and of nature with the words that name them: `picture: English / Spanish`. A `~` before a word says
 * that it is meant only where a determiner or adjective goes before it ("a bear", but "bear in mind"). What names `nothing` is a false friend and brings up no picture.
 */
export const NATURE_SUBJECTS = `
nothing: natural satellite, bony shell, extraterrestrial body, movie star, film star, rock star, pop star, star of, seal of, computer mouse, trojan horse, dark horse, bear market, guinea pig, key to, key of / estrella de cine, estrella de rock, llave de paso
nothing: cat scan, fire drill, rose up, rose above, rose over, rose from, sea lion cave, fish out, train of, ship of, sun tzu, apple inc, book club, chicken out, hot potato / cadena perpetua
spouting-whale: whale, humpback, blue whale / ballena, cachalote
dolphin: dolphin, porpoise / delfín
shark: shark / tiburón
fish: ~fish, salmon, tuna, trout, cod / pez, salmón, atún, trucha
tropical-fish: tropical fish, clownfish, goldfish, angelfish / pez tropical, pez payaso
blowfish: pufferfish, blowfish / pez globo
octopus: octopus / pulpo
squid: squid / calamar
jellyfish: jellyfish / medusa
crab: ~crab / cangrejo
lobster: lobster / langosta, bogavante
shrimp: shrimp, prawn / gamba, camarón
oyster: oyster, pearl / ostra, perla
coral: coral, coral reef / coral, arrecife
spiral-shell: seashell, shell / concha, caracola
turtle: turtle, tortoise, sea turtle / tortuga
seal: ~seal, sea lion / foca, león marino
otter: otter / nutria
penguin: penguin / pingüino
polar-bear: polar bear / oso polar
bear: ~bear, grizzly / oso, osa
panda: panda / panda, oso panda
koala: koala / koala
kangaroo: kangaroo, wallaby / canguro
lion: lion, lioness / león, leona
tiger: tiger / tigre
leopard: leopard, cheetah, jaguar / leopardo, guepardo, jaguar
elephant: elephant / elefante
mammoth: mammoth / mamut
rhinoceros: rhinoceros, rhino / rinoceronte
hippopotamus: hippopotamus, hippo / hipopótamo
giraffe: giraffe / jirafa
zebra: zebra / cebra
gorilla: gorilla / gorila
orangutan: orangutan / orangután
monkey: monkey, chimpanzee / mono, mona, chimpancé
sloth: sloth / oso perezoso
camel: dromedary / dromedario
two-hump-camel: camel / camello
llama: llama, alpaca / alpaca, vicuña
deer: deer, stag, reindeer / ciervo, venado, reno
moose: moose, elk / alce
bison: bison, buffalo / bisonte, búfalo
horse: horse, pony, stallion, mare / caballo, yegua, poni
zebra: zebra / cebra
donkey: donkey, mule / burro, burra, asno
cow: cow, cattle / vaca, ganado
ox: ox / buey
water-buffalo: water buffalo / búfalo de agua
pig: pig, piglet / cerdo, cerdito, cochino
boar: wild boar / jabalí
ewe: sheep, lamb / oveja, cordero
ram: ~ram / carnero
goat: goat / cabra, cabrito
rooster: rooster / gallo
chicken: chicken, hen / gallina
baby-chick: chick / pollito
turkey: wild turkey, roast turkey / pavo
duck: ~duck, duckling / pato
swan: swan / cisne
goose: goose / ganso, oca
eagle: eagle, falcon, hawk / águila, halcón
owl: owl / búho, lechuza
parrot: parrot, macaw / loro, papagayo, guacamayo
peacock: peacock / pavo real
flamingo: flamingo / flamenco rosado
dove: dove, pigeon / paloma
bird: bird, songbird, seabird, sparrow / pájaro, ave, gorrión
blackbird: raven, blackbird, ~crow / cuervo, mirlo
feather: feather / pluma
nest-with-eggs: bird's nest, bird nest / nido
bat: fruit bat, bats / murciélago
wolf: wolf / lobo, loba
fox: fox / zorro, zorra
raccoon: raccoon / mapache
badger: badger / tejón
beaver: beaver / castor
skunk: skunk / mofeta, zorrillo
hedgehog: hedgehog / erizo
chipmunk: chipmunk, squirrel / ardilla
rabbit: rabbit, bunny, hare / conejo, coneja, liebre
hamster: hamster / hámster
mouse: ~mouse, field mouse / ratón
rat: rat / rata
cat: cat / gato, gata
cat-face: kitten / gatito, gatita
black-cat: black cat / gato negro, gata negra
dog: dog, hound / perro, perra
dog-face: puppy / cachorro, perrito
poodle: poodle / caniche
guide-dog: guide dog / perro guía
paw-prints: paw print, pawprint / huella
snake: snake, serpent, python, cobra / serpiente, culebra
crocodile: crocodile, alligator / cocodrilo, caimán
lizard: lizard, gecko, iguana, chameleon / lagarto, lagartija, camaleón
frog: frog, toad / rana, sapo
t-rex: tyrannosaurus, t-rex / tiranosaurio
sauropod: dinosaur, sauropod / dinosaurio
dragon: dragon / dragón
unicorn: unicorn / unicornio
honeybee: bee, honeybee, bumblebee / abeja, abejorro
butterfly: butterfly / mariposa
bug: caterpillar, bug / oruga
ant: ant / hormiga
lady-beetle: ladybug, ladybird / mariquita
beetle: beetle / escarabajo
spider: spider, tarantula / araña, tarántula
spider-web: spider web, cobweb / telaraña, tela de araña
scorpion: scorpion / escorpión, alacrán
mosquito: mosquito / mosquito, zancudo
snail: snail / caracol
worm: worm, earthworm / lombriz, gusano
microbe: microbe, bacterium, virus, germ / microbio, bacteria, virus
dna: dna, genome / adn, genoma
evergreen-tree: pine, fir, conifer, evergreen, spruce, pine tree / pino, abeto, conífera
deciduous-tree: tree, oak, maple tree, birch / árbol, roble, abedul
palm-tree: palm tree / palmera
cactus: cactus / cactus
christmas-tree: christmas tree / árbol de navidad
seedling: seedling, sprout / brote, plántula
herb: herb / hierba aromática
four-leaf-clover: four-leaf clover / trébol de cuatro hojas
shamrock: shamrock, clover / trébol
maple-leaf: maple leaf / hoja de arce
fallen-leaf: autumn leaf, fallen leaf / hoja seca, hojarasca
mushroom: mushroom, toadstool / seta, hongo, champiñón
rose: ~rose, roses / rosa roja, rosas
tulip: tulip / tulipán
sunflower: sunflower / girasol
cherry-blossom: cherry blossom / flor de cerezo
blossom: flower, blossom, daisy, wildflower / flor, margarita
hibiscus: hibiscus / hibisco
lotus: lotus / loto
hyacinth: hyacinth, lavender / jacinto, lavanda
bouquet: bouquet / ramo de flores
potted-plant: potted plant, houseplant / maceta
sheaf-of-rice: wheat, barley, rye / trigo, cebada, centeno
ear-of-corn: corn, maize / maíz
mount-fuji: mount fuji, fuji / monte fuji, fuji
volcano: volcano, lava, eruption / volcán, lava, erupción
desert-island: desert island, island / isla
beach-with-umbrella: beach / playa
rock: boulder, pebble / peñasco, guijarro, piedra
wood: firewood, timber / leña, madera
droplet: water drop, raindrop, dewdrop / gota
cloud-with-rain: rain cloud, rainfall, drizzle / llovizna, nube de lluvia
cloud-with-snow: snowfall, blizzard / nevada, ventisca
high-voltage: lightning, electricity / relámpago, electricidad
tornado: tornado / tornado
cyclone: cyclone, hurricane, typhoon / ciclón, huracán, tifón
rainbow: rainbow / arcoíris, arco iris
snowflake: snowflake, snow / copo de nieve, nieve
snowman: snowman / muñeco de nieve
ice: ice, ice cube / hielo
fire: ~fire, flame, bonfire, campfire, wildfire / fuego, llama de fuego, hoguera, fogata, incendio
crescent-moon: crescent moon / luna creciente
shooting-star: shooting star, meteor / estrella fugaz, meteoro
comet: comet / cometa espacial
milky-way: galaxy, milky way, nebula / galaxia, vía láctea, nebulosa
ringed-planet: planet, saturn / planeta, saturno
globe-showing-europe-africa: earth, globe / planeta tierra, globo terráqueo, globo terrestre
globe-showing-americas: continent / continente
hot-springs: hot spring / aguas termales
gem-stone: gem, gemstone, diamond, jewel, ruby, emerald / gema, diamante, joya, rubí, esmeralda
bone: bone, fossil / hueso, fósil
brain: brain / cerebro
anatomical-heart: human heart / corazón humano
lungs: lung / pulmón
tooth: tooth / diente, muela
`;
