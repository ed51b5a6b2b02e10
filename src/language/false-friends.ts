import type { PlanLanguage } from "./plan-language.ts";

/** What an ambiguous word is, told by a word near it. */
export type Meaning = { picture: string; cues: ReadonlySet<string> };

/**
 * Words with several meanings: `word: picture if cue cue …; picture if cue …; otherwise`. Cues are words of the same text in their written
 * forms; in Chinese and Japanese any part of the text. `nothing` brings up no picture.
 */
const MEANINGS: Record<PlanLanguage, string> = {
  en: `
mouse: nothing if click clicked cursor wireless computer laptop desk screen; mouse
keyboard: keyboard if computer computers laptop typing type mouse screen; musical-keyboard
bat: nothing if baseball cricket swing swung hit pitcher batter; nothing
crane: nothing if construction building site lift steel; nothing
mole: nothing if skin
turkey: nothing if ankara istanbul country countries borders border government president economy lira; turkey
apple: laptop if iphone iphones mac ipad company shares profits profit microsoft google ceo software; red-apple
bug: nothing if program software code app server computer website developer developers; bug
trunk: nothing
wheel: nothing if plane planes airplane runway car cars truck bus driver steering steer train; wheel
juice: nothing if lemon lemons lime limes orange oranges apple apples grape grapes tomato beet carrot carrots; cup-with-straw
pearl: oyster if oyster oysters diver divers shell shells seabed; nothing
seal: nothing if envelope letter wax broken broke stamp pipe leak gasket lid approval tight airtight; seal
cocoa: hot-beverage if drink drank drinking cup mug sip sipped hot warm; chocolate-bar
ladder: nothing if tights stocking stockings; ladder
date: nothing
palm: nothing if hand hands
nail: nothing
beans: coffee-beans if coffee espresso roast roasted roasting roaster grind grinds ground grinder brew barista cup; beans
`,
  es: `
faro: nothing if coche coches auto camión conductor carretera luces niebla; lighthouse
gato: nothing if coche rueda levantar levanta hidráulico mecánico taller; cat
banco: bank if dinero cuenta préstamo ahorros crédito hipoteca cajero cajera dinero sucursal; nothing
vela: sailboat if viento mar navegar barco regata; candle if luz cera encendida llama mecha apagón cumpleaños encendió oscuridad; nothing
muñeca: nothing
sierra: nothing
cometa: kite if viento niño niña volar vuela hilo cuerda playa; comet
llama: fire if vela hoguera fuego incendio; llama if andes lana perú pasto rebaño pastor alpaca bolivia altiplano; nothing
pila: battery if linterna juguete cargar recargable gastada eléctrica; nothing
mono: nothing if trabajo obrero azul vestir; monkey
ratón: nothing if ordenador clic pantalla inalámbrico portátil; mouse
radio: nothing if círculo circunferencia metros kilómetros km; radio
hoja: nothing if papel cálculo; nothing
copa: trophy if ganó ganaron campeón campeones final mundial; wine-glass if vino brindar brindis cristal; nothing
planta: nothing if baja primera segunda tercera piso nuclear; potted-plant if maceta regar riega; nothing
café: hot-beverage
carta: love-letter if amor; envelope if correo sobre buzón sello escribió cartero escribir; nothing
cura: nothing
tarde: nothing
pez: fish
metro: nothing if largo alto centímetros cinta medir mide cien; metro
cámara: nothing if diputados comercio; camera
sobre: nothing
`,
  fr: `
phare: nothing if voiture voitures camion conducteur route allume éteins antibrouillard; lighthouse
avocat: avocado if salade guacamole mûr mûre tartine noyau fruit purée toast éplucher recette crevettes citron manger mange mangue; nothing
pêche: peach if fruit juteuse juteuses sucrée noyau tarte confiture mûre mûres verger panier mange manger; fishing-pole if ligne rivière lac canne poisson poissons hameçon aller; nothing
pêches: peach
souris: computer-mouse if ordinateur clic cliquer écran clavier sans-fil curseur; nothing if moi elle il je tu; mouse
glace: soft-ice-cream if vanille chocolat cornet boule boules fraise sorbet été lécher; ice if lac gelé fondre fond hiver patin patiner banquise fine épaisse; nothing
voile: sailboat if mer vent bateau régate; nothing
pile: battery if lampe télécommande rechargeable électrique chargée; nothing
carte: world-map if monde trésor géographie route chemin explorateur; nothing
tour: nothing
livre: nothing if sterling kilo beurre sucre farine; open-book
mousse: nothing
ampoule: nothing if pied pieds talon médicament; light-bulb
grenade: nothing
poêle: cooking if huile œufs œuf cuisine frire sauter beurre; nothing
montre: watch if poignet aiguilles bracelet cadran heure sa ma; nothing
moule: nothing
bar: nothing
baguette: magic-wand if magicien fée sorcière sorcier magique sort; chopsticks if riz sushi chinois chinoise japonais; drum if tambour batterie; baguette-bread
baguettes: chopsticks if riz sushi chinois chinoises japonais nouilles; baguette-bread
lettre: nothing if alphabet majuscule; envelope
feu: nothing if rouge vert circulation; fire
lit: nothing if il elle on je qui qu' histoire livre journal; bed
vers: nothing
voler: nothing
bouchon: nothing
timbre: nothing
dé: nothing if coudre; game-die
reine: nothing
canne: nothing
balle: nothing
partition: musical-score if orchestre piano jouer musique pianiste violoniste chef; nothing
bulle: nothing if spéculative immobilière financière; bubbles
puce: nothing
cadre: nothing
pâtes: spaghetti
orange: tangerine if fruit jus éplucher presser mange sucrée; nothing
clé: nothing if usb succès bonheur réussite problème mystère énigme; key
argent: nothing if lune reflets bijou bijoux médaille vaisselle couleur étoiles brille lumière or; money-bag
plume: feather
robot: robot
`,
  de: `
bank: bank if geld konto kredit sparen zinsen überweisung geldautomat filiale überweist tresor; nothing
schloss: locked if tür schlüssel fahrrad kette rostig rostige knackt öffnen abschließen einbrecher verriegelt; castle
birne: light-bulb if lampe licht durchgebrannt fassung watt leuchtet kaputt schrauben glüht einschrauben; pear
maus: computer-mouse if computer klick klicken bildschirm tastatur kabellose kabellos cursor; mouse
hahn: nothing if wasser tropft küche bad zapfen bier waschbecken aufdrehen; rooster
drache: dragon
drachen: kite if steigen wind schnur herbst fliegen bunte bunter; dragon
leiter: nothing if abteilung firma projekt team der projekts; ladder
strauß: bouquet if blumen rosen schenkt schenkte vase tulpen bunter; nothing
kiefer: nothing if zahn zähne mund schmerzen schmerzt schmerzte zahnarzt operation operiert knochen gebrochen kauen gebiss; evergreen-tree
schlange: nothing if kasse stehen anstehen warten wartete warteten; snake
springer: nothing
bauer: nothing if schach springer läufer könig dame zug; farmer
pferd: nothing if schachbrett schach sprang turnen; horse
ball: soccer-ball if tor spielen spielt kinder rollt kicken wirft fußball; nothing
mutter: nothing
tor: nothing
tau: nothing
kater: nothing if alkohol kopfschmerzen party gestern; cat
krebs: nothing if diagnose therapie patient patienten tumor krankheit heilung klinik erkrankt; crab
decke: nothing
gericht: nothing
steuer: nothing
flügel: musical-keyboard if pianist pianistin konzert klavier spielt tasten konzertsaal; nothing
blatt: nothing if papier; nothing
golf: nothing
zug: nothing if schachfigur schach vögel atem; train
bus: bus
nagel: nothing
feder: nothing if spring matratze metall bett sofa gebrochen; feather
fliege: nothing
pony: nothing if haare frisur stirn friseur; horse
see: nothing
kohl: leafy-green if suppe garten kochen gemüse markt topf; nothing
ente: duck
brief: envelope
löffel: nothing if hase hasen; spoon
batterie: battery
hering: nothing if zelt boden; fish
stock: nothing
star: nothing
erde: nothing
orange: tangerine if schale saft schälen frucht pressen süße; nothing
messe: nothing
pflaster: nothing
kamm: nothing
rad: bicycle if fahren fährt fahrrad tour weg straße; wheel
lama: llama
essen: nothing
kiwi: nothing if vogel neuseeland; kiwi-fruit
`,
  ja: `
はし: chopsticks if 食べ ご飯 ごはん 使っ 持っ うどん; bridge-at-night if 渡 川 わた かけ; nothing
かめ: turtle if 海 うさぎ 甲羅 泳 ゆっくり; nothing
くも: spider if 巣 糸 足 虫; nothing
あめ: candy if なめ 舐め 甘; nothing
かき: oyster if 海 生 牡蠣 レモン; nothing
はな: nothing
サイ: rhinoceros
カバ: hippopotamus
カモ: nothing if 詐欺 騙; duck
キリン: nothing if ビール 会社; giraffe
マウス: computer-mouse if クリック パソコン 画面 ワイヤレス 右クリック カーソル; mouse
ばら: nothing
もも: nothing if 鶏 肉 筋肉; peach
くり: nothing
たこ: octopus if 海 足 焼き 吸盤 墨 刺身; kite if 揚 凧 空 正月 糸; nothing
えび: shrimp
ドライバー: screwdriver if ねじ ネジ 締め; nothing
クレーン: nothing
バス: nothing if ルーム ギター 釣り; bus
ボール: soccer-ball if 蹴 サッカー ゴール; baseball if 投 打 野球; nothing
木: nothing if 曜; deciduous-tree
星: nothing if ホテル 三つ レビュー 評価; nothing
本: nothing if 日本 三本 二本 四本 五本 六本 七本 八本 九本 十本 一本 何本 数本; open-book
虫: nothing
月: nothing
鶴: nothing
車: automobile
家: nothing if 画 作 専門; house
花: blossom
米: nothing if 国 軍 大統領; cooked-rice
`,
  zh: `
鼠标: computer-mouse
马: nothing if 马上 马路 马克 罗马; horse
杜鹃: bird if 鸟 叫 鸣 啼 飞; nothing
包袱: nothing
苹果: laptop if 公司 发布 手机 电脑 股价 新款 总部; red-apple
小米: nothing
门: nothing if 专业 部门; door
鼓: drum
杯: trophy if 冠军 世界; nothing
米: nothing
书: open-book
花: nothing if 花钱 花了 花掉 花费 花时间; blossom
锁: locked
锅: nothing
面: nothing
熊: nothing if 熊市; bear
牛: nothing if 牛市 吹牛 真牛 太牛; cow
鸡: chicken
钟: nothing if 分钟 点钟 秒钟; mantelpiece-clock
飞船: rocket
龙: dragon
羊: ewe
火: nothing if 火星 上火 恼火 火爆 很火; fire
电池: battery
鹰: nothing if 鹰派; eagle
金: nothing
球: soccer-ball if 踢 射门 足球; basketball if 投篮 篮; nothing
兔: rabbit
蛋: nothing if 笨蛋 蛋白 完蛋; egg
刀: kitchen-knife if 切 菜 厨房 锋利; nothing
`,
};

/** The words of a language that are not always what they seem, with what tells their meanings apart, the last without cues. */
export function meaningsOf(language: PlanLanguage): Map<string, Meaning[]> {
  return new Map(
    MEANINGS[language].split("\n").flatMap((line): [string, Meaning[]][] => {
      const [, word, rest = ""] = /^([^:]+): (.*)$/.exec(line) ?? [];
      return word === undefined ? [] : [[word, rest.split("; ").map(toMeaning)]];
    }),
  );
}

function toMeaning(text: string): Meaning {
  const [picture = "", cues = ""] = text.split(" if ");
  return { picture: picture.trim(), cues: new Set(cues.split(/\s+/).filter((cue) => cue !== "")) };
}
