import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesiser } from "../../src/providers/music/synthesiser.ts";
import { flite } from "../../src/providers/speech/flite.ts";
import { mixFilm } from "../../src/sound/mix.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { runProcess } from "../../src/system/process.ts";
import { createWave, waveBlocks } from "../../src/system/wave-file.ts";

/** Prints how long a minute of music and its mix take, and what ffmpeg's meter says of the AAC file that is made of it. */
const DURATION = Number(process.argv[2] ?? 60);
const STEREO = { channels: 2, sampleRate: 48_000, encoding: "f32" } as const;
const folder = await mkdtemp(join(tmpdir(), "kinora-bench-sound-"));
const signal = new AbortController().signal;

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const from = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(from);
  console.log(`${name.padEnd(28)} ${((user + system) / 1e6).toFixed(2)} s of processor time`);
  return result;
}

const context = { data: openDataFolder("dist/data"), signal, note: () => {} };
const music = join(folder, "music.wav");
const sections = [
  { startSec: 0, endSec: DURATION / 2, mood: "calm" as const },
  { startSec: DURATION / 2, endSec: DURATION, mood: "uplifting" as const },
];
await timed(`music, ${DURATION} s`, async () => {
  const wave = await createWave(music, STEREO);
  for await (const block of synthesiser.compose({ durationSec: DURATION, sections, seed: 1 }, context)) await wave.write(block);
  await wave.close();
});

const sentences = ["The sun goes down over the ocean, and the light turns gold.", "Waves roll in from far away, one after another."];
const spoken = await Promise.all(
  sentences.map((text) => flite.speak({ text, voice: flite.voices[0]!.id, language: "en", speed: 1 }, context)),
);
const scenes = Math.max(1, Math.floor((DURATION - 5) / 6));
const voices = Array.from({ length: scenes }, (_, i) => ({ startSec: 2 + 6 * i, read: async () => spoken[i % 2]!.samples }));
for (const [name, parts] of [
  ["voice and music", { voices, music: waveBlocks(music) }],
  ["voice only", { voices }],
  ["music only", { voices: [], music: waveBlocks(music) }],
] as const) {
  const mixed = join(folder, "mix.wav");
  const kept = join(folder, "kept.wav");
  const report = await timed(`mix, ${name}`, async () => {
    const store = await createWave(kept, STEREO);
    const out = await createWave(mixed, STEREO);
    let closed = false;
    const blocks = async function* () {
      if (!closed) await store.close();
      closed = true;
      yield* waveBlocks(kept);
    };
    const result = await mixFilm(
      { durationSec: DURATION, ...parts, voices: [...parts.voices], signal },
      { write: store.write, blocks },
      out.write,
    );
    if (!closed) await store.close();
    await out.close();
    return result;
  });
  const aac = join(folder, "mix.m4a");
  await runProcess(["ffmpeg", "-nostdin", "-v", "error", "-y", "-i", mixed, "-c:a", "aac", "-b:a", "192k", aac]);
  const { stderr } = await runProcess([
    "ffmpeg",
    "-nostdin",
    "-hide_banner",
    "-i",
    aac,
    "-af",
    "ebur128=peak=true:framelog=verbose",
    "-f",
    "null",
    "-",
  ]);
  const lufs = /I:\s+(-?[\d.]+) LUFS/.exec(stderr)?.[1];
  const peak = /Peak:\s+(-?[\d.]+) dBFS/.exec(stderr)?.[1];
  console.log(
    `  own ${report.loudnessLufs.toFixed(2)} LUFS, limited by ${(-report.mostLimitedDb).toFixed(1)} dB; AAC 192k by ffmpeg: ${lufs} LUFS, ${peak} dBTP`,
  );
}
if (process.argv[3]) await runProcess(["cp", "-r", folder, process.argv[3]]);
await rm(folder, { recursive: true });
