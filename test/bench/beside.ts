import { quantile } from "./requests.ts";

/** How long some work took, s, and what others waited for a small answer meanwhile, ms. */
export type Beside = { seconds: number; waits: number[] };

/** How long `work` takes, and what others wait meanwhile for a small answer of the server at `url`. */
export async function beside(url: string, work: () => Promise<unknown>): Promise<Beside> {
  const waits: number[] = [];
  const startMs = performance.now();
  let isOver = false;
  const ending = work().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const askedMs = performance.now();
    await (await fetch(`${url}/health`)).text();
    waits.push(performance.now() - askedMs);
    await Bun.sleep(5);
  }
  await ending;
  return { seconds: (performance.now() - startMs) / 1000, waits };
}

/** Prints that. */
export function sayBeside(what: string, { seconds, waits }: Beside): void {
  const waited = `others waited p50 ${quantile(waits, 0.5).toFixed(1)} ms, p99 ${quantile(waits, 0.99).toFixed(1)} ms, at most ${Math.max(...waits).toFixed(1)} ms`;
  console.log(`${what}: ${seconds.toFixed(2)} s; ${waited}`);
}
