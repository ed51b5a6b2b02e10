import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/**
 * One run of a program: wall seconds, processor seconds of it and of all its descendants that were waited for (user and system), and the
 * most memory that they all held at once (resident and proportional, MB).
 */
export type Run = {
  seconds: number;
  processorSec: number;
  residentMb: number;
  proportionalMb: number;
  code: number | null;
  stderr: string;
};

/** Runs a program while its process tree is weighed ten times a second. */
export async function runMeasured(command: string[], options: { env?: Record<string, string>; cwd?: string } = {}): Promise<Run> {
  const started = performance.now();
  const child = Bun.spawn(command, { stdout: "ignore", stderr: "pipe", env: { ...process.env, ...options.env }, cwd: options.cwd });
  const stderr = new Response(child.stderr).text();
  let residentMb = 0;
  let proportionalMb = 0;
  const timer = setInterval(() => {
    const tree = processTree(child.pid);
    residentMb = Math.max(residentMb, sum(tree.map((pid) => readKb(`/proc/${pid}/status`, "VmRSS"))) / 1024);
    proportionalMb = Math.max(proportionalMb, sum(tree.map((pid) => readKb(`/proc/${pid}/smaps_rollup`, "Pss"))) / 1024);
  }, 100);
  const code = await child.exited;
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  const processorSec = Number(child.resourceUsage()?.cpuTime.total ?? 0) / 1e6;
  return { seconds, processorSec, residentMb, proportionalMb, code, stderr: await stderr };
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** A process and all that descend from it, but for those that are still copies of their parent, about to become another program: their memory is its own. */
export function processTree(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {}
  }
  const tree = [root];
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid && programOf(child) !== programOf(pid)) tree.push(child);
  }
  return tree;
}

function programOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return `${pid}`;
  }
}

function readKb(path: string, field: string): number {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(readFileSync(path, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The runs' median of one of their figures. */
export const medianOf = (runs: Run[], figure: "seconds" | "processorSec" | "residentMb" | "proportionalMb"): number =>
  median(runs.map((run) => run[figure]));

/** One line of figures with its limit and whether it is kept. */
export function sayFigure(name: string, value: number, limit: number, unit: string): void {
  console.log(`${value <= limit ? "ok  " : "OVER"} ${name}: ${value.toFixed(2)}${unit} (at most ${limit}${unit})`);
}
