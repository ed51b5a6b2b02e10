import type { ScenePicture } from "../../domain/picture.ts";
import type { Visual } from "../../domain/storyboard.ts";
import type { Stage } from "../stage.ts";
import { openStills } from "./stills.ts";

/** A scene with the user's files named by content, so that a key says what is seen and not where it lies. */
export function sceneByContent(scene: ScenePicture, digests: Record<string, string>): ScenePicture {
  const named = (visual: Visual): Visual => (visual.kind === "scenery" ? visual : { ...visual, path: digests[visual.path] ?? visual.path });
  const { picture, before } = scene;
  return {
    ...scene,
    picture: { ...picture, visual: named(picture.visual) },
    ...(before && { before: { ...before, picture: { ...before.picture, visual: named(before.picture.visual) } } }),
  };
}

/** Every scene drawn and encoded on its own, as many at once as there are scene workers. */
export const render: Stage<"render"> = async (context) => {
  const { from, make, progress, sceneDone } = context;
  const { request } = context.order;
  const putStill = openStills(context);
  const { pictures } = from("captions");
  const { digests } = from("assets");
  const total = pictures.reduce((sum, { frames }) => sum + frames, 0);
  const done = pictures.map(() => 0);
  let drawn = 0;
  let finished = 0;
  const tell = () =>
    progress(
      done.reduce((sum, frames) => sum + frames, 0) / total,
      `Rendering scene ${Math.min(finished + 1, pictures.length)} of ${pictures.length}`,
      drawn,
    );
  const files = await Promise.all(
    pictures.map(async (scene, index) => {
      const key = [sceneByContent(scene, digests), request.effort];
      const follow = (_fraction: number, frames: number) => {
        drawn += frames - done[index]!;
        done[index] = frames;
        tell();
      };
      const { file, found } = await make("render", key, { scene, effort: request.effort }, follow, { row: "scenes", place: index });
      done[index] = scene.frames;
      finished += 1;
      tell();
      const still = await putStill({ index, file, frames: scene.frames });
      sceneDone(index, pictures.length, found !== true, still);
      return file;
    }),
  );
  return { files };
};
