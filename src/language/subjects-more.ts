/** Built-in pictures of people, tools, clothes and food of the East with the words that name them; written like `NATURE_SUBJECTS`. */
export const MORE_SUBJECTS = `
chopsticks: chopstick, chopsticks / palillos chinos
steaming-bowl: ramen / ramen
dumpling: dumpling / empanadilla china
moon-cake: mooncake, moon cake / pastel de luna
rice-ball: rice ball, onigiri / bola de arroz
bento-box: bento / bento
melon: melon / melón
bubble-tea: bubble tea / té de burbujas
sake: sake cup / sake
jar: mason jar, jam jar / tarro, frasco
police-car: police car / coche de policía
japanese-castle: japanese castle / castillo japonés
bank: savings bank, bank building / banco central
screwdriver: screwdriver / destornillador
carpentry-saw: handsaw / serrucho
locked: padlock / candado
mirror: mirror / espejo
bathtub: bathtub / bañera
watch: wristwatch / reloj de pulsera
scissors: scissors / tijeras, tijera
red-envelope: red envelope / sobre rojo
firecracker: firecracker / petardo
ring: wedding ring, diamond ring, golden ring / anillo
ping-pong: ping-pong, table tennis / ping-pong, tenis de mesa
yo-yo: yo-yo / yoyó
bell: church bell, ~bell / campana
sunglasses: sunglasses / gafas de sol
kimono: kimono / kimono
jeans: jeans / vaqueros
socks: sock / calcetín
gloves: glove / guante
running-shoe: sneaker, running shoe / zapatilla deportiva
broom: broom / escoba
bucket: bucket / cubo de agua
police-officer: police officer, policeman, policewoman / policía
health-worker: doctor, nurse / médico, médica, enfermera, enfermero
judge: ~judge / juez, jueza
santa-claus: santa claus, santa / papá noel
artist: painter, artist / pintor, pintora, artista
firefighter: firefighter / bombero, bombera
farmer: farmer / agricultor, agricultora, granjero, granjera
cook: chef, cook / cocinero, cocinera, chef
scientist: scientist / científico, científica
pilot: pilot / piloto
teacher: teacher / maestra, maestro, profesora, profesor
detective: detective / detective
ninja: ninja / ninja
prince: prince / príncipe
princess: princess / princesa
old-woman: grandmother, grandma, old woman / abuela, anciana
old-man: grandfather, grandpa, old man / abuelo, anciano
baby: baby / bebé
ghost: ghost / fantasma
jack-o-lantern: jack-o-lantern, halloween, pumpkin / calabaza, halloween
recycling-symbol: recycling / reciclaje
`;
