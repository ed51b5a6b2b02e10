import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The compiled program. */
export const KINORA = join(import.meta.dir, "../../dist/kinora");

/** The smallest and quickest film: 480p, draft, ten seconds, not measured. */
export const QUICK = ["--quality", "480p", "--effort", "draft", "--duration-target", "10", "--no-report"];

export type Outcome = { code: number | null; stdout: string; stderr: string };

/** A folder of one's own with a data folder in it; the program runs there with an empty home. */
export type Place = {
  folder: string;
  data: string;
  /** Runs the program to its end. */
  run: (args: string[], options?: { env?: Record<string, string | undefined>; stdin?: string }) => Promise<Outcome>;
  /** Starts it and leaves it running. */
  start: (args: string[], env?: Record<string, string | undefined>) => Bun.Subprocess<"ignore", "pipe", "pipe">;
  /** What lies in the folder, the data folder aside. */
  files: () => Promise<string[]>;
  remove: () => Promise<void>;
};

/** Makes a place. */
export async function openPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "kinora-place-"));
  const data = join(folder, ".data");
  const environment = (env: Record<string, string | undefined> = {}) => ({
    PATH: process.env.PATH,
    HOME: folder,
    KINORA_DATA: data,
    LANG: "C.UTF-8",
    ...env,
  });
  return {
    folder,
    data,
    async run(args, { env, stdin } = {}) {
      const child = Bun.spawn([KINORA, ...args], {
        cwd: folder,
        env: environment(env),
        stdin: stdin === undefined ? "ignore" : new Blob([stdin]),
        stdout: "pipe",
        stderr: "pipe",
      });
      const [stdout, stderr] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
      return { code: await child.exited, stdout, stderr };
    },
    start: (args, env) =>
      Bun.spawn([KINORA, ...args], { cwd: folder, env: environment(env), stdin: "ignore", stdout: "pipe", stderr: "pipe" }),
    files: async () => (await readdir(folder)).filter((name) => name !== ".data").sort(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Files of finished tasks in a data folder by path, with what tells whether one was made again. */
export async function keptFiles(data: string, kind: string): Promise<Map<string, string>> {
  const names = await readdir(join(data, "cache", kind), { recursive: true }).catch(() => [] as string[]);
  const notes = names.filter((name) => name.endsWith(".json"));
  const kept = new Map<string, string>();
  for (const note of notes) {
    const file = Bun.file(join(data, "cache", kind, note));
    kept.set(note.replace(/\.json$/, ""), `${file.lastModified}`);
  }
  return kept;
}

/** SHA-256 of a file. */
export async function digest(path: string): Promise<string> {
  return new Bun.CryptoHasher("sha256").update(await Bun.file(path).bytes()).digest("hex");
}

/** Processes on this machine whose command line holds a text, this one aside. */
export async function processesNaming(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    const line = (
      await Bun.file(`/proc/${pid}/cmdline`)
        .text()
        .catch(() => "")
    ).replaceAll("\u0000", " ");
    if (line.includes(text)) found.push(`${pid} ${line}`);
  }
  return found;
}
