import type { PictureSpec } from "../../domain/picture.ts";
import type { Subject } from "../../domain/storyboard.ts";
import { captionBand } from "../caption-looks.ts";
import { gradientStops } from "../elements/colour.ts";
import type { Area, ImageLayer, Layer } from "../layer.ts";
import { progressLine } from "./progress-line.ts";
import { at, type Board, openBoard } from "./social/board.ts";
import { CARDS } from "./social/cards.ts";
import { confetti } from "./social/confetti.ts";
import { filmTitle, headline } from "./social/headline.ts";
import { headlineOf } from "./social/headline-text.ts";
import { bolt, heavenly, rosette, spark, star } from "./social/ornaments.ts";
import { rayGround } from "./social/rays.ts";
import { lastPictures, mainPicture, stickers } from "./social/things.ts";
import type { StyleDesign, StyleMeans } from "./style.ts";
import { groupOf, topicOf } from "./topic.ts";

/** The area that captions of two lines may take, kept calm. */
function calmArea({ size, aspect }: PictureSpec): Area {
  const { top, bottom } = captionBand({ look: "social", size: 1 }, aspect);
  return { x: 0.06 * size.width, y: top * size.height, width: 0.88 * size.width, height: (bottom - top) * size.height };
}

/** What a scene shows large, one thing or a group, what pops in around it, and what stands by the closing words. */
type Pictures = { main: string[]; around: string[]; last: string[] };

/** Around it: what the scene names beside, by a landscape one thing from elsewhere in the film, another for each scene, and ornaments. */
function picturesOf({ picture, colours }: Board, { subjectSvg }: StyleMeans): Pictures {
  const { visual, facts } = picture;
  const drawn = (subjects: Subject[] = []): string[] =>
    subjects.map(({ picture }) => subjectSvg(picture)).filter((svg) => svg !== undefined);
  const [own, ...beside] = drawn(visual.kind === "scenery" ? visual.subjects : []);
  const main = own === undefined ? drawn(groupOf(picture)) : [own];
  const topic = main.length === 0 ? topicOf(picture) : undefined;
  const others = drawn(facts?.subjects?.filter((subject) => subject !== topic));
  const number = facts?.step?.index ?? 0;
  const night = visual.kind === "scenery" && visual.palette === "night";
  const ornaments = turned([star(colours), spark(colours), bolt(colours), heavenly(colours, night), rosette(colours)], number);
  const elsewhere = own === undefined ? turned(others, number).slice(0, 1) : [];
  const around = [...beside.slice(0, 2), ...elsewhere, ...ornaments].slice(0, topic === undefined ? 3 : 2);
  const last = [...(own === undefined ? [] : [own]), ...beside, ...drawn(facts?.subjects), ...ornaments].slice(0, 3);
  return { main, around: main.length > 1 ? [] : turned(around, number), last };
}

/** A list that begins `by` further on. */
const turned = <Item>(list: Item[], by: number): Item[] => list.map((_, index) => list[(index + by) % list.length]!);

function decorate(board: Board, means: StyleMeans, { around, last }: Pictures): Layer[] {
  const { picture, colours, stream } = board;
  return [
    confetti(picture.size, colours.confetti, calmArea(picture), stream("confetti")),
    ...stickers(board, around),
    ...headline(board, means),
    ...lastPictures(board, last),
  ];
}

function layers(picture: PictureSpec, means: StyleMeans): Layer[] {
  if (picture.visual.kind !== "scenery") return [];
  const board = openBoard(picture);
  const pictures = picturesOf(board, means);
  const ground = rayGround(picture.size, at(board, board.layout.middle), board.colours.ground, board.stream("turn")() < 0.5 ? 1 : -1);
  const [specks, ...upper] = decorate(board, means, pictures);
  return [ground, specks!, ...mainPicture(board, pictures.main, means), ...upper];
}

/** Over one's own picture: the headline on a shade, stickers, confetti. */
function over(picture: PictureSpec, means: StyleMeans): Layer[] {
  const board = openBoard(picture);
  const { width, height } = picture.size;
  const stops = gradientStops([board.colours.deep, board.colours.deep], [0.6, 0.3, 0.02, 0, 0, 0.1, 0.3]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><linearGradient id="s" x1="0" x2="0" y1="0" y2="1">${stops}</linearGradient><rect width="${width}" height="${height}" fill="url(#s)"/></svg>`;
  const shade: ImageLayer = { kind: "image", name: "shade", drawing: { svg, width, height, scale: 0.25 }, at: () => ({ x: 0, y: 0 }) };
  return [shade, ...decorate(board, means, picturesOf(board, means))];
}

/** Bright, large and quick, made for telephones. */
export const social: StyleDesign = {
  name: "social",
  description: "Bright turning rays, one large picture, stickers that pop in, a bold headline and a progress bar",
  wants: ["title", "heading", "keywords", "subjects", "step", "progress", "cards"],
  layers,
  over,
  front: (picture, means) => [...filmTitle(openBoard(picture), means), ...progressLine(picture, "bottom", "#fff", "rgba(0,0,0,.28)")],
  letters: headlineOf,
  shows: ["end"],
  cards: CARDS,
  captions: "social",
  transition: { kinds: ["slide", "zoom"], sec: 0.4 },
  music: { calm: "uplifting", melancholic: "uplifting", mysterious: "playful" },
};
