import { describe, expect, test } from "bun:test";
import { OWN_PICTURES } from "../../src/build/own-pictures.ts";
import { PLAN_LANGUAGES, type PlanLanguage } from "../../src/language/plan-language.ts";
import { SUBJECT_TABLES } from "../../src/language/subject-table.ts";
import { SUBJECT_PICTURES, subjectsIn } from "../../src/language/subjects.ts";

const pictures = (text: string, language: PlanLanguage = "en") => subjectsIn(text, language).map(({ picture }) => picture);

describe("subjects", () => {
  test("every picture exists in the set", async () => {
    const { icons } = (await Bun.file("node_modules/@iconify-json/fluent-emoji/icons.json").json()) as { icons: Record<string, unknown> };
    expect([...SUBJECT_PICTURES].filter((picture) => !(picture in icons || picture in OWN_PICTURES))).toEqual([]);
    expect(SUBJECT_PICTURES.size).toBeGreaterThan(300);
  });

  test.each([
    ["The whale and two dolphins", ["spouting-whale", "dolphin"]],
    ["Wolves, polar bears and roses", ["wolf", "polar-bear", "rose"]],
    ["butterflies over cherries", ["butterfly", "cherries"]],
    ["A black cat with a cat", ["black-cat", "cat"]],
    ["The bear eats the fish", ["bear", "fish"]],
    ["astronauts' rockets", ["astronaut", "rocket"]],
    ["The lighthouse keeper next door", ["lighthouse"]],
    ["You grind the beans too early", ["coffee-beans"]],
    ["A night train of twelve railway cars", ["train"]],
  ])("%j names %j", (text, expected) => {
    expect(pictures(text)).toEqual(expected);
  });

  test.each([
    ["Ballenas y delfines", ["spouting-whale", "dolphin"]],
    ["Las gatas negras", ["black-cat"]],
    ["Dos leones, peces y camiones", ["lion", "fish", "delivery-truck"]],
    ["El corazón de la luz", []],
  ])("en español: %j names %j", (text, expected) => {
    expect(pictures(text, "es")).toEqual(expected as string[]);
  });

  test.each([
    "The light was light",
    "the heart of the matter",
    "Bear in mind that they bear it",
    "The sun rose over them",
    "He leaves the bank",
    "hands of mine in spring",
    "a movie star on the bank",
    "the seal of the king",
    "They fish and duck and train",
    "a key to success",
    "current bass crane organ cell",
    "Ship it, book it, match it",
    "I like what lies in store",
  ])("false friends bring no picture: %j", (text) => {
    expect(pictures(text)).toEqual([]);
  });

  test.each(PLAN_LANGUAGES)("%s knows more than 300 nouns", (language) => {
    expect([...SUBJECT_TABLES[language].values()].filter(({ picture }) => picture !== "nothing").length).toBeGreaterThan(450);
  });

  test.each([
    ["fr", "L'éléphant, les chevaux et d'autres animaux", ["elephant", "horse"]],
    ["fr", "Des châteaux et des étoiles filantes", ["castle", "shooting-star"]],
    ["fr", "Les gâteaux, les oiseaux, les nez", ["birthday-cake", "bird"]],
    ["de", "Häuser, Bäume und Vögel", ["house", "deciduous-tree", "bird"]],
    ["de", "Mit den Füchsen, des Bären, den Wölfen", ["fox", "bear", "wolf"]],
    ["de", "Ein Fischerboot und ein Apfelbaum", ["sailboat", "deciduous-tree"]],
    ["de", "die katze am strand", ["cat", "beach-with-umbrella"]],
    ["de", "eine schwarze Katze, Pommes frites", ["black-cat", "french-fries"]],
    ["de", "Der alte Mann mit den schwarzen Katzen", ["old-man", "black-cat"]],
    ["ja", "クジラとイルカが泳ぐ", ["spouting-whale", "dolphin"]],
    ["ja", "富士山に雪が降る", ["mount-fuji", "snowflake"]],
    ["zh", "大熊猫和长颈鹿", ["panda", "giraffe"]],
    ["zh", "我家的猫在沙发上", ["cat", "couch-and-lamp"]],
  ] as [PlanLanguage, string, string[]][])("%s: %j names %j", (language, text, expected) => {
    expect(pictures(text, language)).toEqual(expected);
  });

  test.each([
    ["fr", "Mon avocat défend son client au tribunal", []],
    ["fr", "Un avocat mûr dans la salade", ["avocado", "green-salad"]],
    ["fr", "Il est en train de lire, elle porte une robe rose", ["dress"]],
    ["fr", "La glace du lac est épaisse en hiver", ["ice"]],
    ["de", "Geld auf der Bank, ein Konto", ["money-bag", "bank"]],
    ["de", "Eine Bank im Park", []],
    ["de", "Das Schloss auf dem Hügel", ["castle"]],
    ["de", "Das Schloss der Tür ist rostig", ["locked", "door"]],
    ["de", "Die Birne ist reif", ["pear"]],
    ["de", "Die Birne ist durchgebrannt", ["light-bulb"]],
    ["de", "Die Bürger auf der Reise, mit Kohle und einer Schale", []],
    ["es", "El gato hidráulico levanta el coche", ["automobile"]],
    ["es", "El gato duerme", ["cat"]],
    ["es", "Un banco del parque", []],
    ["es", "Se llama Lola", []],
    ["ja", "はしでご飯を食べる", ["chopsticks", "cooked-rice"]],
    ["ja", "はしを渡る", ["bridge-at-night"]],
    ["ja", "はしのほう", []],
    ["ja", "この現象、鳥取、火曜日、日本、馬鹿", []],
    ["zh", "我马上到，花了十分钟", []],
    ["zh", "马路上的牛仔", []],
    ["zh", "苹果公司发布新手机", ["laptop", "mobile-phone"]],
  ] as [PlanLanguage, string, string[]][])("%s, false friends: %j names %j", (language, text, expected) => {
    expect(pictures(text, language)).toEqual(expected);
  });

  test.each<[PlanLanguage, string]>([
    ["en", "Nobody mentions the elephant in the room."],
    ["en", "My sister is a night owl."],
    ["en", "In the evening Jack Fox wrote the script."],
    ["en", "They flew at Kitty Hawk in the morning."],
    ["en", "The fans of the Chicago Bears cheered."],
    ["en", "They mushroom and they bridge the divide."],
    ["es", "Todos saben que el señor León llegó tarde."],
    ["es", "Ana vino tarde."],
    ["es", "Es un pez gordo de la empresa."],
    ["fr", "Hier, monsieur Renard dormait."],
    ["fr", "Le garçon lave la table."],
    ["fr", "Elle a la chair de poule."],
    ["de", "Wir treffen uns um neun Uhr."],
    ["de", "Herr Fuchs wohnt nebenan."],
    ["de", "Ihm tat nach der Operation der Kiefer weh."],
    ["ja", "鯖を読む。"],
    ["zh", "熊先生来了。"],
    ["zh", "虎门很远。"],
  ])("%s: %j speaks of something else", (language, text) => {
    expect(pictures(text, language)).toEqual([]);
  });

  test.each<[PlanLanguage, string, string[]]>([
    ["en", "They say the Moon pulls the sea and an Eagle is a bird.", ["bird"]],
    ["en", "The Life of an Eagle", ["eagle"]],
    ["es", "Una copa de vino", ["wine-glass"]],
    ["fr", "La jeune pousse sort de terre.", ["seedling"]],
    ["de", "Die Uhr an der Wand", ["mantelpiece-clock"]],
  ])("%s: %j shows %j", (language, text, expected) => {
    expect(pictures(text, language)).toEqual(expected);
  });
});
