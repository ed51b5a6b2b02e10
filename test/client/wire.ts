import type { Socket } from "bun";

/** `early` is what came before the other side was there, `late` what it has not taken yet. */
type Side = { other: Socket<Side> | undefined; early: Uint8Array[]; late: Uint8Array[] };

/** Writes all of it, now or when there is room. */
function pass(socket: Socket<Side>, bytes: Uint8Array): void {
  const { late } = socket.data;
  const written = late.length > 0 ? 0 : Math.max(0, socket.write(bytes));
  if (written < bytes.length) late.push(new Uint8Array(bytes.subarray(written)));
}

function passLate(socket: Socket<Side>): void {
  for (const bytes of socket.data.late.splice(0)) pass(socket, bytes);
}

/** A wire to a server that can be cut. */
export type Wire = {
  url: string /** Breaks every connection. */;
  cut: () => void /** Requests for these paths get no answer. */;
  block: (paths: string[]) => void;
  connections: () => number;
  stop: () => void;
};

/** A page that stands beside the server's own. */
export type ExtraPage = { type: string; body: string; headers?: Record<string, string> };

/** Passes bytes on to a server and back, and answers for some paths itself. */
export function openWire(target: string, pages: Record<string, ExtraPage> = {}): Wire {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket<Side>>();
  let blocked: string[] = [];
  const end = (socket: Socket<Side>) => {
    open.delete(socket);
    socket.data.other?.end();
  };
  const listener = Bun.listen<Side>({
    hostname: "127.0.0.1",
    port: 0,
    socket: {
      async open(socket) {
        open.add(socket);
        socket.data = { other: undefined, early: [], late: [] };
        const other = await Bun.connect<Side>({
          hostname,
          port: Number(port),
          data: { other: socket, early: [], late: [] },
          socket: {
            data: (_, bytes) => pass(socket, bytes),
            drain: passLate,
            close: () => void socket.end(),
            error: () => void socket.end(),
          },
        }).catch(() => undefined);
        if (!other) return void socket.end();
        socket.data.other = other;
        for (const bytes of socket.data.early) pass(other, bytes);
      },
      data(socket, bytes) {
        const path = /^[A-Z]+ (\/[^ ?]*)/.exec(new TextDecoder().decode(bytes.subarray(0, 200)))?.[1];
        if (path && blocked.includes(path)) return void socket.terminate();
        if (path && pages[path]) return void socket.end(toResponse(pages[path]));
        if (socket.data.other) pass(socket.data.other, bytes);
        else socket.data.early.push(new Uint8Array(bytes));
      },
      drain: passLate,
      close: end,
      error: end,
    },
  });
  return {
    url: `http://127.0.0.1:${listener.port}`,
    cut() {
      for (const socket of [...open]) socket.terminate();
    },
    block(paths) {
      blocked = paths;
    },
    connections: () => open.size,
    stop: () => listener.stop(true),
  };
}

function toResponse({ type, body, headers = {} }: ExtraPage): string {
  const all = { "content-type": type, "content-length": String(Buffer.byteLength(body)), connection: "close", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 200 OK\r\n${lines.join("")}\r\n${body}`;
}
