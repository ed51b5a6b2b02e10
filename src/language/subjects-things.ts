/** Built-in pictures of food, made things and places with the words that name them; written like `NATURE_SUBJECTS`. */
export const THING_SUBJECTS = `
red-apple: apple / manzana
green-apple: green apple / manzana verde
pear: pear / pera
tangerine: tangerine, mandarin / naranja dulce, mandarina
lemon: lemon / limón
lime: ~lime / lima
banana: banana / plátano, banana
watermelon: watermelon / sandía
grapes: grape / uva
strawberry: strawberry / fresa
blueberries: blueberry / arándano
cherries: cherry / cereza
peach: ~peach / melocotón, durazno
mango: mango / mango
pineapple: pineapple / piña
coconut: coconut / coco
kiwi-fruit: kiwi / kiwi
tomato: tomato / tomate
olive: olive / aceituna, oliva
avocado: avocado / aguacate
eggplant: eggplant, aubergine / berenjena
potato: potato / patata, papa
carrot: carrot / zanahoria
hot-pepper: chili, chili pepper / chile picante, guindilla
bell-pepper: bell pepper / pimiento
cucumber: cucumber / pepino
leafy-green: lettuce, cabbage, spinach / lechuga, repollo, espinaca
broccoli: broccoli / brócoli
garlic: garlic / ajo
onion: onion / cebolla
peanuts: peanut / cacahuete, maní
chestnut: chestnut / castaña
beans: beans / frijol, alubia
coffee-beans: coffee bean / grano de café
bread: bread, loaf / pan, hogaza
croissant: croissant / cruasán
baguette-bread: baguette / baguette, baguete, barra de pan
pretzel: pretzel / pretzel
bagel: bagel / bagel
pancakes: pancake / tortita, panqueque
waffle: waffle / gofre
cheese-wedge: cheese / queso
egg: egg / huevo
bacon: bacon / tocino, beicon
hamburger: hamburger, burger, cheeseburger / hamburguesa
french-fries: french fry, french fries / patatas fritas, papas fritas
pizza: pizza / pizza
hot-dog: hot dog / perrito caliente
sandwich: sandwich / sándwich, bocadillo
taco: taco / taco
burrito: burrito / burrito
tamale: tamale / tamal
spaghetti: spaghetti, pasta, noodle / espagueti, pasta, fideo
sushi: sushi / sushi
cooked-rice: rice / arroz
curry-rice: curry / curry
green-salad: salad / ensalada
pot-of-food: stew, soup, pot of soup / guiso, sopa
shallow-pan-of-food: paella / paella
popcorn: popcorn / palomitas
salt: table salt / sal de mesa
butter: ~butter / mantequilla
honey-pot: honey / miel
soft-ice-cream: ice cream / helado
doughnut: doughnut, donut / rosquilla, dónut
cookie: cookie, biscuit / galleta
birthday-cake: birthday cake, cake, birthday / tarta, pastel, cumpleaños
cupcake: cupcake, muffin / magdalena
pie: apple pie, pie / tarta de manzana
chocolate-bar: chocolate, cocoa / chocolate, cacao
candy: candy / caramelo
lollipop: lollipop / piruleta
custard: custard, pudding / flan, natilla
hot-beverage: coffee, espresso, cappuccino / café, espresso, capuchino
teacup-without-handle: tea, teacup / té, taza de té
teapot: teapot / tetera
glass-of-milk: milk / leche
wine-glass: wine / vino
beer-mug: beer / cerveza
cup-with-straw: juice, lemonade, smoothie, soda / zumo, jugo, limonada, batido
mate: yerba mate / yerba mate, mate amargo
fork-and-knife: cutlery, fork / cubiertos, tenedor
spoon: spoon / cuchara
kitchen-knife: kitchen knife / cuchillo
cooking: frying pan / sartén
amphora: amphora, pottery / ánfora, cerámica
sailboat: sailboat, sailing boat, sailing ship, boat, yacht / velero, barco de vela, barco, barca, yate
ship: ~ship, vessel, steamship / buque, navío
passenger-ship: cruise ship, ocean liner, passenger ship / crucero, transatlántico
ferry: ferry / ferry, ferri, transbordador
speedboat: speedboat, motorboat / lancha
canoe: canoe, kayak / canoa, kayak
anchor: ~anchor, drop anchor, dropped anchor, weighed anchor, at anchor / ancla
ring-buoy: lifebuoy, buoy / salvavidas, boya
airplane: airplane, plane, aircraft, jet plane, aeroplane / avión
helicopter: helicopter / helicóptero
parachute: parachute / paracaídas
rocket: rocket, spaceship, spacecraft, space shuttle / cohete, nave espacial
flying-saucer: ufo, flying saucer / ovni, platillo volador, platillo volante
satellite: satellite / satélite
satellite-antenna: antenna, satellite dish / antena
telescope: telescope / telescopio
microscope: microscope / microscopio
astronaut: astronaut, cosmonaut / astronauta, cosmonauta
alien: alien, extraterrestrial / extraterrestre, alienígena, marciano
automobile: car, automobile / coche, automóvil, carro
racing-car: race car, racing car / coche de carreras
taxi: taxi, cab / taxi
bus: bus / autobús
delivery-truck: truck, lorry / camión
tractor: tractor / tractor
bicycle: bicycle, bike / bicicleta, bici
motorcycle: motorcycle, motorbike / motocicleta, moto
fire-engine: fire engine, fire truck / camión de bomberos, coche de bomberos
ambulance: ambulance / ambulancia
locomotive: locomotive, steam train, steam engine / locomotora, tren de vapor
bullet-train: bullet train, high-speed train / tren bala, tren de alta velocidad
train: ~train, trains, night train / tren, tren nocturno
tram: tram, streetcar / tranvía
metro: subway, metro / metro
railway-track: railway, railroad / ferrocarril, vía férrea, vía de tren, vías
motorway: highway, motorway / carretera, autopista
bridge-at-night: bridge / puente
ferris-wheel: ferris wheel / noria
roller-coaster: roller coaster / montaña rusa
carousel-horse: carousel, merry-go-round / carrusel, tiovivo
circus-tent: circus / circo
tent: tent / tienda de campaña
camping: camping, campsite / campamento, acampada
house: house, cottage, bungalow / casa
house-with-garden: garden, backyard / jardín
houses: village, suburb / pueblo, aldea
hut: hut / choza, cabaña
office-building: office building, office / oficina
factory: factory / fábrica
lighthouse: lighthouse / faro, farero
castle: castle, fortress / castillo, fortaleza
classical-building: temple, museum, parliament, roman empire, ancient rome, ancient greece / templo, museo, imperio romano
church: church, chapel, cathedral / iglesia, capilla, catedral
mosque: mosque / mezquita
synagogue: synagogue / sinagoga
shinto-shrine: shinto shrine / santuario sintoísta
stadium: stadium, colosseum, arena / estadio, coliseo
hospital: hospital / hospital
school: school / escuela, colegio
hotel: hotel / hotel
fountain: fountain / fuente
statue-of-liberty: statue of liberty / estatua de la libertad
moai: moai, easter island / moái, isla de pascua
tokyo-tower: tokyo tower / torre de tokio
world-map: world map, ~map, atlas / mapa, mapamundi, atlas
compass: ~compass / brújula
laptop: laptop, computer / portátil, computadora, ordenador
desktop-computer: desktop computer, programming / ordenador de mesa, programación
mobile-phone: smartphone, mobile phone, phone / teléfono móvil, celular, smartphone
telephone: telephone / teléfono
television: television / televisión, televisor
radio: radio / radio
camera: camera / cámara de fotos, cámara
movie-camera: film camera, cinema, movie / cámara de cine, cine, película
printer: printer / impresora
floppy-disk: floppy disk / disquete
battery: ~battery / batería recargable, pila
light-bulb: light bulb, lightbulb / bombilla
candle: candle / vela encendida, candela
red-paper-lantern: lantern / farolillo
robot: robot / robot
gear: gear, cogwheel / engranaje
hammer: ~hammer / martillo
wrench: wrench, spanner / llave inglesa
axe: axe / hacha
ladder: ladder / escalera de mano
magnet: magnet / imán
test-tube: test tube, chemistry / tubo de ensayo, química
dna: dna / adn
key: ~key / llave
old-key: old key / llave antigua
door: door / puerta
window: window / ventana
chair: ~chair / silla
bed: ~bed / cama
couch-and-lamp: couch, sofa / sofá
umbrella: umbrella / paraguas
hourglass-not-done: hourglass / reloj de arena
mantelpiece-clock: clock / reloj
open-book: ~book, books, novel / libro, novela
books: library / biblioteca
newspaper: newspaper / periódico, diario impreso
scroll: scroll, manuscript, papyrus / pergamino, papiro, manuscrito
pencil: pencil / lápiz
fountain-pen: ~pen, fountain pen / estilográfica
love-letter: love letter / carta de amor
envelope: envelope / sobre de papel
package: parcel / paquete
wrapped-gift: gift, present box / regalo
balloon: balloon / globo
party-popper: party, celebration / fiesta, celebración
fireworks: firework, fireworks / fuegos artificiales
trophy: trophy / trofeo
sports-medal: medal / medalla
crown: golden crown, royal crown, crown jewels / corona
coin: coin, euro / moneda, euro
money-bag: money, dollar / dinero, dólar
chart-increasing: growth chart, stock market / bolsa de valores
soccer-ball: football, soccer, soccer ball / fútbol, balón
american-football: american football / fútbol americano
basketball: basketball / baloncesto
baseball: baseball / béisbol
tennis: tennis / tenis
volleyball: volleyball / voleibol
rugby-football: rugby / rugby
ice-hockey: ice hockey / hockey sobre hielo
bowling: bowling / bolos
boxing-glove: boxing / boxeo
skis: skiing, ski / esquí
sled: sled, sledge / trineo
ice-skate: ice skate, ice skating / patín de hielo, patinaje
skateboard: skateboard / monopatín
person-surfing: surfer, surfboard, surfing / surfista, tabla de surf
fishing-pole: fishing rod, fishing / caña de pescar
bow-and-arrow: bow and arrow, archery / arco y flecha
chess-pawn: chess, pawn / ajedrez, peón
puzzle-piece: puzzle, jigsaw / rompecabezas
game-die: dice / dado
video-game: video game / videojuego
teddy-bear: teddy bear / osito de peluche
kite: kite / cometa de papel
musical-keyboard: piano, keyboard / piano, teclado
violin: violin, cello / violín, violonchelo
guitar: guitar / guitarra
banjo: banjo / banjo
saxophone: saxophone, jazz / saxofón, jazz
trumpet: trumpet / trompeta
accordion: accordion, tango / acordeón, tango
flute: flute / flauta
drum: drum / tambor
maracas: maraca / maraca
musical-notes: music, melody, song / música, melodía, canción
musical-score: sheet music, symphony / partitura, sinfonía
studio-microphone: microphone / micrófono
headphone: headphones, headphone / auriculares
artist-palette: painting, palette / pintura, paleta
framed-picture: picture frame, art gallery / cuadro, galería de arte
performing-arts: theater, theatre, theatrical mask / teatro
crystal-ball: crystal ball / bola de cristal
magic-wand: magic wand / varita mágica
glasses: eyeglasses / gafas, anteojos
top-hat: top hat / sombrero de copa
dress: dress / vestido
t-shirt: t-shirt / camiseta
scarf: scarf / bufanda
backpack: backpack, rucksack / mochila
hiking-boot: hiking boot, hiking / bota, senderismo
ballet-shoes: ballet / ballet
yarn: yarn, wool / lana, ovillo
thread: spool / hilo
sponge: ~sponge / esponja
soap: soap / jabón
bubbles: bubble / burbuja
stethoscope: stethoscope / estetoscopio
thermometer: thermometer / termómetro
wheel: ~wheel / rueda
brick: brick / ladrillo
graduation-cap: university, graduation / universidad, graduación
shopping-cart: shopping cart / carrito de compras
construction: construction site / obra de construcción
`;
