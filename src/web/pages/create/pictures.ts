import type { Form } from "../../state/create-form.ts";
import broadcast from "./broadcast.webp";
import cinematic from "./cinematic.webp";
import documentary from "./documentary.webp";
import educational from "./educational.webp";
import social from "./social.webp";

const beside = (path: string): string => new URL(path, import.meta.url).href;

/** A moment of a film in each style, drawn by Kinora itself; `custom` looks as it is told. */
export const PICTURES: Record<Exclude<Form["style"], "custom">, string> = {
  cinematic: beside(cinematic),
  social: beside(social),
  educational: beside(educational),
  broadcast: beside(broadcast),
  documentary: beside(documentary),
};
