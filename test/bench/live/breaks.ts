import { sayFigure } from "../measure.ts";
import { emit, type Server, startServer } from "./processes.ts";

type Heard = { seq?: number; event: string };
/** Hears what happens after a number until it is told to break off; gives each event with its number to `hear`. */
type Transport = (server: Server, after: number, hear: (seq: number) => void, stop: AbortSignal) => Promise<void>;

const socket: Transport = ({ url, jobId }, after, hear, stop) =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace("http", "ws")}/ws`);
    stop.addEventListener("abort", () => socket.close());
    socket.onopen = () => socket.send(JSON.stringify({ event: "subscribe_job", job_id: jobId, after }));
    socket.onmessage = ({ data }) => {
      const { seq } = JSON.parse(data) as Heard;
      if (seq !== undefined && !stop.aborted) hear(seq);
    };
    socket.onclose = () => resolve();
  });

const stream: Transport = async ({ url, jobId }, after, hear, stop) => {
  try {
    const { body } = await fetch(`${url}/events?job_id=${jobId}&logs=true`, { signal: stop, headers: { "last-event-id": String(after) } });
    let text = "";
    const decoder = new TextDecoder();
    for await (const bytes of body!) {
      text += decoder.decode(bytes, { stream: true });
      const parts = text.split("\n\n");
      text = parts.pop()!;
      for (const part of parts) {
        const id = /^id: (\d+)$/m.exec(part)?.[1];
        if (id && !stop.aborted) hear(Number(id));
      }
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  }
};

const polling: Transport = async ({ url, jobId }, after, hear, stop) => {
  try {
    for (let from = after; !stop.aborted; await Bun.sleep(20)) {
      const answer = await fetch(`${url}/mcp/events?job_id=${jobId}&logs=true&limit=50&after=${from}`, { signal: stop });
      const { events, next } = (await answer.json()) as { events: Heard[]; next: number };
      for (const { seq } of events) if (!stop.aborted) hear(seq!);
      from = next;
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  }
};

/** A generator of 0..1 that is the same each time (mulberry32). */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Connections of each kind that break again and again while a job goes on: what was heard against what was saved. */
export async function benchBreaks(breaks: number): Promise<void> {
  const server = await startServer("kinora");
  const perSec = 300;
  const seconds = breaks * 0.11 + 2;
  const saving = emit(server, perSec, seconds);
  const transports = { WebSocket: socket, "server-sent events": stream, polling };
  const listening = Object.entries(transports).map(async ([name, listen], index) => {
    const chance = random(index + 1);
    const seqs: number[] = [];
    const connect = (ms: number) => listen(server, seqs.at(-1) ?? 0, (seq) => seqs.push(seq), AbortSignal.timeout(ms));
    for (let i = 0; i < breaks; i++) await connect(10 + chance() * 180);
    const saved = await saving;
    await connect(1500);
    const all = [...saved.keys()].filter((seq) => seq > 0);
    const heard = seqs.filter((seq) => saved.has(seq));
    const inOrder = seqs.every((seq, at) => at === 0 || seq > seqs[at - 1]!);
    console.log(
      `${name}: ${breaks} breaks, ${heard.length} of ${all.length} events heard, ${inOrder ? "each once and in order" : "OUT OF ORDER"}`,
    );
    return all.length - heard.length + (inOrder ? 0 : 1);
  });
  const wrong = (await Promise.all(listening)).reduce((sum, one) => sum + one, 0);
  sayFigure("missed, doubled or out of order", wrong, 0, "");
  server.send({ say: "stop" });
}
