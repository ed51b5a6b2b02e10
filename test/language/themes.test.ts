import { describe, expect, test } from "bun:test";
import type { ThemeLanguage } from "../../src/language/themes/theme.ts";
import { findTheme, THEMES, themeLines } from "../../src/language/themes.ts";

/** Prompts by theme and language, parted by bars. */
const MEANT: Record<ThemeLanguage, Record<string, string>> = {
  en: {
    sunset: "A sunset | Sunset over the mountains. | A beautiful, calm sunset over the quiet hills | the golden hour | Desert sunset",
    "sunset-sea":
      "A sunset over the ocean | a peaceful sunset over the calm sea | Ocean sunset | Sunset at the beach | Make a video about a sunset over the ocean",
    ocean: "ocean | The ocean | The beauty of the sea | Ocean waves | Create a short calming video about the ocean",
    morning: "Morning in the mountains | Sunrise | A quiet morning | A new day | sunrise over the hills",
    "night-sky": "The night sky | A starry night | Stars | The magic of the Milky Way",
    mountains: "Mountains | The majestic mountains | The peace of the mountains",
    forest: "A walk in the woods | The Quiet Forest",
    autumn: "Autumn | Autumn leaves | Autumn in the forest | Fall colors",
    winter: "Winter | The stillness of winter | Snow falling in the forest | The first snow | Snow in the city | A winter morning",
    spring: "Spring | Cherry blossoms | Spring in the countryside",
    rain: "Rain | A rainy day | The sound of rain | Rain on the window",
    river: "A river | The journey of a river",
    desert: "The desert | Sand dunes",
    city: "City life | A day in the city",
    "city-night": "The city at night | City lights",
    space: "Space | Outer space | The wonders of the universe",
    moon: "The moon | A full moon over the sea | Moonlight",
    coffee: "coffee | The joy of coffee | A cup of coffee | Coffee in the morning | Please make me a video about coffee",
    tea: "Tea | A cup of tea | The comfort of tea",
    music: "Music | The power of music",
    books: "Books | The joy of reading | A good book",
    dogs: "Dogs | A dog | Show me a video of dogs",
    cats: "Cats | A sleeping cat",
    bees: "Bees | Honeybees | Bees and flowers",
    whales: "Whales | Humpback whales | The song of the whales",
    birds: "Birds | Birdsong | Birds in flight",
    gardens: "A garden | A flower garden | The joy of gardening",
    bread: "Bread | Fresh bread | The smell of fresh bread",
    travel: "Travel | The joy of travel",
    friendship: "Friendship | The beauty of true friendship | Old friends",
    persistence:
      "Never give up | Don’t give up! | Perseverance | A motivational video about never giving up | Please create a 30 second video about not giving up",
    trains: "A train journey | The night train | Steam trains",
  },
  es: {
    sunset: "Un atardecer tranquilo | Puesta de sol en las montañas",
    "sunset-sea": "Un atardecer sobre el mar | Atardecer en la playa | Una puesta de sol tranquila sobre el océano",
    ocean: "El mar | La belleza del mar",
    morning: "Amanecer en las montañas",
    coffee: "Café | El placer del café | Una taza de café",
    rain: "La lluvia | El sonido de la lluvia",
    winter: "La nieve",
    books: "El placer de leer | La lectura",
    dogs: "Un perro",
    persistence: "¡Nunca te rindas! | La perseverancia",
    space: "El universo",
    friendship: "Haz un vídeo sobre la amistad",
  },
  fr: {
    sunset: "Un coucher de soleil sur la montagne | Une vidéo de 30 secondes sur un coucher de soleil",
    "sunset-sea": "Un coucher de soleil sur la mer | Un beau coucher de soleil sur l’océan",
    ocean: "L’océan | La beauté de la mer",
    coffee: "Le café | Le plaisir du café | Une tasse de café",
    books: "Le plaisir de la lecture | Lire",
    autumn: "L'automne en forêt | Les feuilles d’automne",
    "night-sky": "Le ciel étoilé",
    bees: "Les abeilles",
    friendship: "L’amitié | Une vidéo sur l’amitié",
    persistence: "Ne jamais abandonner",
    morning: "Un matin paisible à la campagne",
  },
  de: {
    sunset: "Ein ruhiger Sonnenuntergang über den Bergen | Sonnenuntergang am See",
    "sunset-sea": "Sonnenuntergang über dem Meer | Ein schöner Sonnenuntergang am Strand",
    ocean: "Die Schönheit des Meeres | Das Meer",
    forest: "Die Stille des Waldes | Ein Waldspaziergang",
    coffee: "Kaffee | Die Freude am Kaffee | Eine Tasse Kaffee",
    morning: "Morgen in den Bergen",
    winter: "Der erste Schnee",
    "city-night": "Die Stadt bei Nacht",
    dogs: "Hunde",
    persistence: "Niemals aufgeben",
    friendship: "Erstelle ein Video über Freundschaft",
  },
  ja: {
    "sunset-sea": "海に沈む夕日 | 美しい海の夕焼け",
    sunset: "夕焼け | 山に沈む夕日",
    ocean: "海 | 穏やかな海 | 海の美しさ",
    coffee: "コーヒー | 朝のコーヒー | コーヒーの楽しみ | コーヒーについての動画を作ってください",
    spring: "桜 | 春の訪れ",
    rain: "雨の日 | 窓を打つ雨",
    cats: "猫 | 猫の魅力",
    "night-sky": "満天の星空",
    persistence: "諦めないこと",
  },
  zh: {
    "sunset-sea": "海上日落 | 海边的日落 | 宁静的海上日落",
    sunset: "日落 | 山中的夕阳",
    ocean: "大海 | 宁静的大海",
    coffee: "咖啡 | 一杯咖啡 | 咖啡的乐趣 | 制作一个关于咖啡的视频",
    winter: "雪 | 冬天",
    tea: "茶道 | 品茶",
    dogs: "狗狗",
    friendship: "友谊",
    persistence: "永不放弃",
    moon: "月亮 | 海上的明月",
  },
};

/** Prompts that want something else: facts, ways, histories, lists, adverts, stories, people, numbers; and false friends. */
const ELSE: Record<ThemeLanguage, string> = {
  en: `3 facts about coffee | How coffee is made | My coffee shop in Berlin | Coffee prices 2024 | The history of coffee | Why do we drink coffee? | Coffee
    or tea | Coffee, tea and bread | Iced coffee recipe | Buy our new coffee | black coffee table | coffee table | sunset clause in contracts | Sunset Boulevard | the
    sunset of the empire | star actor | movie stars | rain of bullets | Purple Rain | acid rain | bank | river bank | River Plate | moon landing hoax | the
    moon landing | honeymoon | wolf of Wall Street | hot dogs | Reservoir Dogs | big cats | cat scan | copy cat | spelling bee | Bee Gees | Prince of Wales | spring
    rolls | hot spring | spring cleaning tips | mountain spring | a quiet space | office space | space bar | personal space | Mountain Dew | food
    desert | dessert | city council | Sex and the City | Book a flight | book club | facebook | Reading festival | The Sound of Music | music
    theory | bread winner | travel insurance | personal trainer | train your dog | my dog Rex | a dog story | a story about a dog who finds a star | birds of
    prey in Ohio | early bird offer | The Birds | friendship bracelet | motivation letter | motivation tips | brain waves | heat waves | new wave
    cinema | sea level rise | morning routine | good morning | Good night | winter tires | Winter War | fall of Rome | autumn sale | garden
    centre | Madison Square Garden | whale oil trade | Stars and stripes | "Stars" | ocean's eleven | Frank Ocean | top ten mountains | Sunset and ocean | Make
    a video | tea party movement | a new day job | the power of the press | The night train to Lisbon by Pascal Mercier | a sunset over the ocean with my
    girlfriend Anna | the ocean in 2050 | bees are dying |  | . | 42 | Dawn | stream | the space | Bach`,
  es: `3 datos sobre el café | Cómo se hace el café | Mi café en Berlín | Historia del café | lluvia de ideas | lluvia de balas | estrella de cine | Mar del
    Plata | banco | luna de miel | mar de dudas | perros calientes | pan comido | El precio del pan | hasta mañana | La primavera árabe | Recetas
    de otoño | un gato hidráulico | tren de vida | un mar de gente | ¿Qué es la luna? | mañana | Alba | Río`,
  fr: `L’histoire du café | Comment faire du pain | Mon café à Paris | lune de miel | une pluie de balles | coup de soleil | roman de gare | la mer
    Noire | chien de garde | le prix du pain | pain au chocolat | étoile de cinéma | Le Printemps arabe | chat en ligne | un livre blanc | Combien d’étoiles ?`,
  de: `Wie wird Kaffee gemacht? | Die Geschichte des Kaffees | Mein Café in Berlin | Brotberuf | Filmstar | Regen aus Kugeln | Bank | Wahl | Hundesteuer | Kater
    nach der Party | Morgen | Bach | Morgen habe ich frei | Prager Frühling | Zehn Fakten über Bienen | Stadt Land Fluss | Zuge | Meerrettich | Musik in der Schule`,
  ja: `コーヒーの歴史 | コーヒーの淹れ方 | 海外旅行の予約 | 山田さん | 星野リゾート | 映画スター | 犬の飼い方 | 猫に小判 | 雨宮さん | 春巻き | 月曜日 | 本社 | 森さんの話 | 海に昇る太陽の謎`,
  zh: `咖啡的历史 | 怎么做咖啡 | 面包车 | 月饼 | 电影明星 | 海南旅游攻略 | 山东 | 马路上的狗贩子 | 春节 | 我的狗 | 咖啡店广告 | 三个关于咖啡的事实 | 雪碧 | 星巴克 | 茶几`,
};

const parted = (prompts: string) => prompts.split("|").map((prompt) => prompt.replace(/\s+/g, " ").trim());

const meant = Object.entries(MEANT).flatMap(([language, themes]) =>
  Object.entries(themes).flatMap(([id, prompts]) => parted(prompts).map((prompt) => [prompt, language, id] as const)),
);
const otherwise = Object.entries(ELSE).flatMap(([language, prompts]) => parted(prompts).map((prompt) => [prompt, language] as const));

describe("themes", () => {
  test.each(meant)("“%s” in %s is about %s", (prompt, language, id) => {
    expect(findTheme(prompt, language)?.id).toBe(id);
  });

  test.each(otherwise)("“%s” in %s wants something else", (prompt, language) => {
    expect(findTheme(prompt, language)?.id).toBeUndefined();
  });

  test("no prompt names two themes", () => {
    for (const language of Object.keys(MEANT) as ThemeLanguage[]) {
      const names = THEMES.flatMap((theme) => theme.names[language].split(",").map((name) => name.replace(/\s+/g, " ").trim()));
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  test("languages are told by their tags; others have no themes", () => {
    expect(findTheme("El mar", "es-MX")?.id).toBe("ocean");
    expect(findTheme("Coffee", "it")).toBeUndefined();
  });

  test.each([
    [3, []],
    [4, [0, 9]],
    [9, [0, 1, 2, 9]],
    [99, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ])("in %d s at 2 s a line, the lines are %p", (budgetSec, indices) => {
    const theme = findTheme("bees", "en")!;
    const lines = themeLines(theme, "en-GB", budgetSec, () => 2);
    expect(lines).toEqual(indices.map((index) => ({ text: theme.lines.en[index]!, ...theme.hints[index]! })));
  });
});
