import type { Pack } from "./pack.ts";

const MONTSERRAT = "node_modules/@expo-google-fonts/montserrat";

/** The film's typeface in three weights. */
export const pack: Pack = async () => ({
  "font-medium.ttf": await Bun.file(`${MONTSERRAT}/600SemiBold/Montserrat_600SemiBold.ttf`).bytes(),
  "font-bold.ttf": await Bun.file(`${MONTSERRAT}/700Bold/Montserrat_700Bold.ttf`).bytes(),
  "font-black.ttf": await Bun.file(`${MONTSERRAT}/800ExtraBold/Montserrat_800ExtraBold.ttf`).bytes(),
});
