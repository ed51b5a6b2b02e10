import type { DataSource } from "../../domain/data.ts";
import { openProgram } from "../../domain/program.ts";
import { openCompositor } from "../../picture/compositor/compositor.ts";
import type { Rasterise } from "../../picture/lettering.ts";
import { openRasteriser } from "../../picture/raster.ts";
import { Shelf } from "../../picture/shelf.ts";
import { openSubjectPictures, type SubjectSvg } from "../../picture/subject-pictures.ts";
import { openType, type Type } from "../../picture/text.ts";

/** What a thread draws with; opened once, used from scene to scene. */
export type DrawingRoom = { shelf: Shelf; type: Type; rasterise: Rasterise; subjectSvg: SubjectSvg };

let room: Promise<DrawingRoom> | undefined;

/** The thread's own drawing room. */
export function drawingRoom(data: DataSource): Promise<DrawingRoom> {
  room ??= openDrawingRoom(data);
  return room;
}

async function openDrawingRoom(data: DataSource): Promise<DrawingRoom> {
  const [compositor, rasteriser, type, subjects] = await Promise.all([
    openProgram(data, "compositor.wasm").then(openCompositor),
    openProgram(data, "resvg.wasm").then(openRasteriser),
    openType(data),
    data("subjects.bin").then(openSubjectPictures),
  ]);
  return {
    shelf: new Shelf(compositor, rasteriser),
    type,
    rasterise: (drawing) => rasteriser.draw(drawing).raster,
    subjectSvg: subjects,
  };
}
