// npm run bench                     everything below, one after another, on the program in dist (built first)
// npm run bench -- NAME [ARGUMENTS] one of them, with arguments of its own; "peer" wants the folder of the peers' storyboard

const BENCHES: Record<string, { what: string; runs: string[][] }> = {
  compositor: { what: "milliseconds a frame takes to draw", runs: [[]] },
  sound: { what: "seconds for music and mix, and the loudness that is delivered", runs: [[]] },
  "word-times": { what: "caption words against the sound", runs: [[]] },
  report: { what: "the quality report against encoding", runs: [["60"]] },
  pipeline: {
    what: "the whole pipeline against a bare encode of the same frames, and its memory",
    runs: [
      ["720p", "standard"],
      ["720p", "draft"],
      ["1080p", "standard"],
      ["1080p", "draft"],
    ],
  },
  pairwise: { what: "every pair of style, shape and language: a short film each, and its quality report", runs: [[]] },
  queue: { what: "claim to running, no-op jobs a second, cancel to the last child gone, without HTTP", runs: [[]] },
  kills: { what: "accepted jobs over kills of the server under load", runs: [["100"]] },
  durability: { what: "whether an answer waits for the disk, by its system calls", runs: [[]] },
  store: { what: "lists, searches and writes of a store with a million jobs", runs: [[]] },
  api: { what: "the engine over HTTP: submitting, listing, starting, cancelling, memory", runs: [[]] },
  live: { what: "events to a thousand and to ten thousand sockets, over breaks, beside who never reads", runs: [[]] },
  many: { what: "a million jobs exported, and thousands cancelled or retried, and what else waits meanwhile", runs: [[]] },
  logs: { what: "a log of a million lines: by the page, searched, downloaded, and what else waits meanwhile", runs: [[]] },
  pages: { what: "the pages in a browser: bytes, paint on slow 4G, 100 busy rows, a log of a million lines", runs: [[]] },
  targets: { what: "what the program is built for: every target, by its file", runs: [] },
  rivals: { what: "no-op jobs a second against BullMQ and Celery (rivals/README.md)", runs: [] },
  peer: { what: "the peers' storyboard against one hand-written FFmpeg command", runs: [] },
};

async function run(name: string, args: string[]): Promise<number> {
  console.log(`\n== ${[name, ...args].join(" ")}: ${BENCHES[name]!.what}`);
  return Bun.spawn([process.execPath, `${import.meta.dir}/${name}.ts`, ...args], { stdio: ["ignore", "inherit", "inherit"] }).exited;
}

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !Object.hasOwn(BENCHES, name)) {
  console.error(`There is no bench ${JSON.stringify(name)}. There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
const built = await Bun.spawn([process.execPath, "build.ts"], { cwd: `${import.meta.dir}/../..`, stdio: ["ignore", "inherit", "inherit"] })
  .exited;
if (built !== 0) process.exit(built);
const chosen =
  name === undefined ? Object.entries(BENCHES).flatMap(([bench, { runs }]) => runs.map((run) => [bench, ...run])) : [[name, ...args]];
let worst = 0;
for (const [bench, ...rest] of chosen) worst = Math.max(worst, await run(bench!, rest));
process.exit(worst);
