import type { PictureSpec } from "../../domain/picture.ts";
import type { Subject } from "../../domain/storyboard.ts";

/** What a scene that shows nothing of its own is about all the same: a thing of other scenes that its own keywords or the film's title name. */
export function topicOf({ visual, facts }: PictureSpec): Subject | undefined {
  if (visual.kind !== "scenery" || visual.subjects.length > 0) return undefined;
  const title = (facts?.title ?? "").toLowerCase();
  const keywords = new Set((facts?.keywords ?? []).map((keyword) => keyword.toLowerCase()));
  const others = facts?.subjects ?? [];
  return others.find(({ word }) => keywords.has(word.toLowerCase())) ?? others.find(({ word }) => title.includes(word.toLowerCase()));
}

/** The scene with what it is about in its landscape. */
export function withTopic(picture: PictureSpec): PictureSpec {
  const topic = topicOf(picture);
  if (topic === undefined || picture.visual.kind !== "scenery") return picture;
  return { ...picture, visual: { ...picture.visual, subjects: [topic] } };
}
