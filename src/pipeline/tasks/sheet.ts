import { writeStill } from "../../media/still.ts";
import { halveFrame, pasteFrame } from "../../picture/planes.ts";
import { openScene } from "../../picture/scene.ts";
import { layOutSheet } from "../../picture/sheet/layout.ts";
import { drawPage } from "../../picture/sheet/page.ts";
import type { Still } from "../../picture/sheet/sample.ts";
import { sheetSections } from "../../picture/sheet/samples.ts";
import { type DrawingRoom, drawingRoom } from "./drawing-room.ts";
import { sceneMeans } from "./render.ts";
import type { TaskContext, TaskRunner } from "./tasks.ts";

const SHEET_WIDTH = 2400;

/** One frame of a scene, half as wide and high as it is drawn. */
async function takeStill({ scene, frame }: Still, room: DrawingRoom, context: TaskContext): Promise<Uint8Array> {
  const open = await openScene(scene, await sceneMeans(scene, room, context));
  try {
    return halveFrame(await open.frame(frame), scene.picture.size);
  } finally {
    await open.close();
  }
}

/** The sheet without its pictures, as a frame (I420). */
function renderPage(plan: Parameters<typeof drawPage>[0], { shelf: { compositor }, type, rasterise }: DrawingRoom): Uint8Array {
  const paper = compositor.upload(rasterise(drawPage(plan, type)));
  compositor.resize(plan.size);
  const page = compositor.render({ picture: [{ picture: paper, x: 0, y: 0 }] }).slice();
  compositor.free(paper);
  return page;
}

/** Draws one picture of everything that films can look like and puts them on one sheet. */
export const sheet: TaskRunner<"sheet"> = async ({ file }, context) => {
  const { means, data, signal, progress } = context;
  const room = await drawingRoom(data);
  const plan = layOutSheet(sheetSections(room.type), SHEET_WIDTH);
  const page = renderPage(plan, room);
  for (const [index, { picture, size, x, y }] of plan.pictures.entries()) {
    signal.throwIfAborted();
    pasteFrame(page, plan.size, await takeStill(picture, room, context), size, x, y);
    progress((index + 1) / plan.pictures.length);
  }
  await writeStill({ ffmpeg: means.programs.ffmpeg, out: file, size: plan.size, frame: page, signal });
  return { ...plan.size, pictures: plan.pictures.length };
};
