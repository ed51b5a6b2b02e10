import type { Socket } from "bun";

type Side = { other: Socket<Side> | undefined; early: Uint8Array[] };

/** A wire to a server that can be cut. */
export type Wire = {
  url: string /** Breaks every connection. */;
  cut: () => void /** Requests for these paths get no answer. */;
  block: (paths: string[]) => void;
  connections: () => number;
  stop: () => void;
};

/** Passes bytes on to a server and back. */
export function openWire(target: string): Wire {
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
        socket.data = { other: undefined, early: [] };
        const other = await Bun.connect<Side>({
          hostname,
          port: Number(port),
          data: { other: socket, early: [] },
          socket: { data: (_, bytes) => void socket.write(bytes), close: () => void socket.end(), error: () => void socket.end() },
        }).catch(() => undefined);
        if (!other) return void socket.end();
        socket.data.other = other;
        for (const bytes of socket.data.early) other.write(bytes);
      },
      data(socket, bytes) {
        const path = /^[A-Z]+ (\/[^ ?]*)/.exec(new TextDecoder().decode(bytes.subarray(0, 200)))?.[1];
        if (path && blocked.includes(path)) return void socket.terminate();
        if (socket.data.other) socket.data.other.write(bytes);
        else socket.data.early.push(new Uint8Array(bytes));
      },
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
