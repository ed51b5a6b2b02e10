import { existsSync, mkdirSync, rmSync } from "node:fs";
import { medianOf, type Run, runMeasured, sayFigure } from "./measure.ts";

// A storyboard of five stills with slow zoom, titles, captions and sound, made by us and by one hand-written FFmpeg command in the same run.
// bun test/bench/peer.ts FOLDER [runs]: FOLDER holds storyboard.json, the media it names, and command.mjs OUT.mp4.

type Peer = {
  duration: number;
  audio: { narration: string; music: string; music_gain: number };
  scenes: {
    start: number;
    duration: number;
    image: string;
    title: string;
    text: string;
    zoom: [number, number];
    caption_pages: { t: string; from: number; to: number }[][];
  }[];
};

const [folder = "", runs = "3"] = process.argv.slice(2);
if (!existsSync(`${folder}/storyboard.json`)) throw new Error("Say where the peers' storyboard is: bun test/bench/peer.ts FOLDER");
const root = `${import.meta.dir}/../..`;
const program = process.env.KINORA ?? `${root}/dist/kinora`;
const work = `/tmp/kinora-peer-${process.pid}`;
const peer = (await Bun.file(`${folder}/storyboard.json`).json()) as Peer;

/** The peers' storyboard as ours. */
const storyboard = {
  music: { path: `${folder}/${peer.audio.music}`, gain: 1 },
  scenes: peer.scenes.map(({ start, duration, image, title, text, zoom, caption_pages }) => ({
    narration: text,
    title,
    duration,
    transition: "cut",
    visual: { kind: "picture", path: `${folder}/${image}`, zoom },
    sound: {
      path: `${folder}/${peer.audio.narration}`,
      start,
      words: caption_pages.flat().map(({ t, from, to }) => ({ text: t, start: from - start, end: to - start })),
    },
  })),
};

async function ours(name: string): Promise<Run> {
  const out = `${work}/${name}`;
  mkdirSync(out, { recursive: true });
  const how = ["--no-report", "--quiet", "--data", `${out}/data`, "--out", `${out}/film.mp4`];
  const run = await runMeasured([program, "make", "--storyboard", `${work}/board.json`, ...how]);
  if (run.code !== 0) throw new Error(run.stderr);
  return run;
}

async function theirs(): Promise<Run> {
  const run = await runMeasured(["node", `${folder}/command.mjs`, `${work}/peer.mp4`]);
  if (run.code !== 0) throw new Error(run.stderr);
  return run;
}

const say = ({ seconds, processorSec, residentMb, proportionalMb }: Run): string =>
  `${seconds.toFixed(1)} s (processors ${processorSec.toFixed(1)} s), ${residentMb.toFixed(0)} MB (${proportionalMb.toFixed(0)} MB)`;

mkdirSync(work, { recursive: true });
try {
  await Bun.write(`${work}/board.json`, JSON.stringify(storyboard));
  const [mine, other]: [Run[], Run[]] = [[], []];
  for (let index = 0; index < Number(runs); index++) {
    other.push(await theirs());
    mine.push(await ours(`run-${index}`));
    console.log(`  command ${say(other.at(-1)!)}, ours ${say(mine.at(-1)!)}`);
  }
  const ratio = (figure: Parameters<typeof medianOf>[1]) => medianOf(mine, figure) / medianOf(other, figure);
  sayFigure("time against the hand-written command", ratio("seconds"), 1.1, "x");
  sayFigure("processor time against it", ratio("processorSec"), 1.1, "x");
  sayFigure("memory against it (resident)", ratio("residentMb"), 1, "x");
  sayFigure("memory against it (proportional)", ratio("proportionalMb"), 1, "x");
} finally {
  if (!process.env.KEEP) rmSync(work, { recursive: true, force: true });
}
