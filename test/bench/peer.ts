import { existsSync, mkdirSync, rmSync } from "node:fs";
import { median, type Run, runMeasured, sayFigure } from "./measure.ts";

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
  const run = await runMeasured([
    `${root}/dist/kinora`,
    "make",
    "--storyboard",
    `${work}/board.json`,
    "--no-report",
    "--quiet",
    "--data",
    `${out}/data`,
    "--out",
    `${out}/film.mp4`,
  ]);
  if (run.code !== 0) throw new Error(run.stderr);
  return run;
}

async function theirs(): Promise<Run> {
  const run = await runMeasured(["node", `${folder}/command.mjs`, `${work}/peer.mp4`]);
  if (run.code !== 0) throw new Error(run.stderr);
  return run;
}

mkdirSync(work, { recursive: true });
try {
  await Bun.write(`${work}/board.json`, JSON.stringify(storyboard));
  const [mine, other]: [Run[], Run[]] = [[], []];
  for (let index = 0; index < Number(runs); index++) {
    other.push(await theirs());
    mine.push(await ours(`run-${index}`));
    console.log(
      `  command ${other.at(-1)!.seconds.toFixed(1)} s ${other.at(-1)!.residentMb.toFixed(0)} MB, ours ${mine.at(-1)!.seconds.toFixed(1)} s ${mine.at(-1)!.residentMb.toFixed(0)} MB`,
    );
  }
  sayFigure(
    "time against the hand-written command",
    median(mine.map(({ seconds }) => seconds)) / median(other.map(({ seconds }) => seconds)),
    1.1,
    "x",
  );
  sayFigure(
    "memory against it (resident)",
    median(mine.map(({ residentMb }) => residentMb)) / median(other.map(({ residentMb }) => residentMb)),
    1,
    "x",
  );
  sayFigure(
    "memory against it (proportional)",
    median(mine.map(({ proportionalMb }) => proportionalMb)) / median(other.map(({ proportionalMb }) => proportionalMb)),
    1,
    "x",
  );
} finally {
  if (!process.env.KEEP) rmSync(work, { recursive: true, force: true });
}
