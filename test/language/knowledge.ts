import { join } from "node:path";
import { type GenerateRequest, resolveRequest } from "../../src/domain/job.ts";
import type { Storyboard } from "../../src/domain/storyboard.ts";
import type { EmojiNames } from "../../src/language/emoji.ts";
import { planFilm } from "../../src/language/plan.ts";
import { openWordNet } from "../../src/language/wordnet.ts";
import { openDataFolder } from "../../src/system/data.ts";

/** The packed data of this checkout. */
export const data = openDataFolder(join(import.meta.dir, "../../dist/data"));

export const wordnet = openWordNet(await data("wordnet.bin"));
export const emoji = JSON.parse(new TextDecoder().decode(await data("emoji.json"))) as EmojiNames;

/** A request planned by the built-in planner. */
export const plan = (request: Partial<GenerateRequest>): Storyboard => planFilm(resolveRequest(request), { wordnet, emoji });

/** All that is spoken, without white space. */
export const squeezed = (text: string): string => text.replace(/\s+/g, "");
