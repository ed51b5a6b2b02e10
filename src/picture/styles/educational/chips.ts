import type { PictureSpec } from "../../../domain/picture.ts";
import type { Subject } from "../../../domain/storyboard.ts";
import { headlineOf } from "./board.ts";

/** A keyword, and the picture of what it names. */
export type Chip = { text: string; picture?: string };

const MOST = 3;
const MOST_SIGNS = 24;

/** The keywords that say something the headline does not, with a capital at the beginning; those that have a picture first. */
export function chipsOf(picture: PictureSpec): Chip[] {
  const { facts, visual, language = "en" } = picture;
  const headline = headlineOf(picture).toLowerCase();
  const subjects = [...(visual.kind === "scenery" ? visual.subjects : []), ...(facts?.subjects ?? [])];
  const chips = (facts?.keywords ?? [])
    .filter((keyword) => [...keyword].length <= MOST_SIGNS && !headline.includes(keyword.toLowerCase()))
    .map((keyword) => {
      const subject = pictureFor(keyword, subjects);
      return { text: capitalised(keyword, language), ...(subject && { picture: subject.picture }) };
    })
    .sort((one, other) => Number(other.picture !== undefined) - Number(one.picture !== undefined))
    .slice(0, MOST);
  return chips.length === 1 && isWeak(chips[0]!) ? [] : chips;
}

/** A single word without a picture, which says little when it stands alone. */
const isWeak = ({ text, picture }: Chip): boolean => picture === undefined && !/[\s\d]/u.test(text);

function capitalised(text: string, language: string): string {
  const [first = "", ...rest] = [...text];
  return first.toLocaleUpperCase(/^(tr|az|lt)\b/.test(language) ? language : "en") + rest.join("");
}

const pictureFor = (keyword: string, subjects: Subject[]): Subject | undefined =>
  subjects.find(({ word }) => word.toLowerCase() === keyword.toLowerCase());
