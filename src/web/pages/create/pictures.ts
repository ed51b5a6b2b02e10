import type { Form } from "../../state/create-form.ts";
import broadcast from "./broadcast.avif";
import cinematic from "./cinematic.avif";
import documentary from "./documentary.avif";
import educational from "./educational.avif";
import social from "./social.avif";

const beside = (path: string): string => new URL(path, import.meta.url).href;

/** A moment of a film in each style, drawn by Kinora itself; `custom` looks as it is told. */
export const PICTURES: Record<Exclude<Form["style"], "custom">, string> = {
  cinematic: beside(cinematic),
  social: beside(social),
  educational: beside(educational),
  broadcast: beside(broadcast),
  documentary: beside(documentary),
};
