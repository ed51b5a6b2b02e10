/** An HTTP/1.1 connection that sends bytes made before and reads no more of an answer than it must, so that the client costs little of what is measured. */
export type Connection = { send: (request: string) => Promise<{ status: number; body: string }>; close: () => void };

/** Opens a connection to `http://host:port`. What is sent on a connection that breaks is rejected. */
export async function connect(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url);
  let answered: PromiseWithResolvers<{ status: number; body: string }> | undefined;
  let text = "";
  const broke = () => {
    answered?.reject(new Error("The connection broke."));
    answered = undefined;
  };
  const socket = await Bun.connect({
    hostname,
    port: Number(port),
    socket: {
      data(_, chunk) {
        // Latin-1 counts bytes as characters, as Content-Length does.
        text += chunk.toString("latin1");
        const answer = readAnswer(text);
        if (!answer) return;
        text = text.slice(answer.length);
        const waiting = answered;
        answered = undefined;
        waiting?.resolve(answer);
      },
      close: broke,
      error: broke,
    },
  });
  return {
    send(request) {
      answered = Promise.withResolvers();
      const { promise } = answered;
      if (socket.write(request) !== Buffer.byteLength(request)) broke();
      return promise;
    },
    close: () => void socket.end(),
  };
}

function readAnswer(text: string): { status: number; body: string; length: number } | undefined {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const bytes = Number(/^content-length: *(\d+)/im.exec(text.slice(0, head))?.[1] ?? 0);
  const length = head + 4 + bytes;
  return text.length < length ? undefined : { status: Number(text.slice(9, 12)), body: text.slice(head + 4, length), length };
}

/** A request as bytes. */
export function request(url: string, method: string, path: string, json?: unknown, headers: Record<string, string> = {}): string {
  const body = json === undefined ? "" : JSON.stringify(json);
  const all = { host: new URL(url).host, ...headers, ...(body && { "content-type": "application/json" }) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body || method !== "GET" ? `content-length: ${Buffer.byteLength(body)}\r\n` : "";
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}${length}\r\n${body}`;
}

/** Sends requests from so many connections at once, each waiting for its answer before the next. Answers the milliseconds that each took; throws on an answer of another status. */
export async function sendAll(
  url: string,
  clients: number,
  count: number,
  make: (index: number) => string,
  status: number,
): Promise<number[]> {
  const tookMs: number[] = [];
  let next = 0;
  const client = async () => {
    const connection = await connect(url);
    while (next < count) {
      const bytes = make(next++);
      const start = performance.now();
      const answer = await connection.send(bytes);
      tookMs.push(performance.now() - start);
      if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.body}`);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return tookMs;
}

/** A value below which a part of all lie, by the nearest rank. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? Number.NaN;
}
