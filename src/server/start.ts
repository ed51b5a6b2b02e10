import type { Server } from "bun";
import type { Elysia } from "elysia";
import { KinoraError } from "../domain/error.ts";
import type { SocketData, Sockets } from "./realtime/socket.ts";

export type Listening = {
  /** Where it answers, without a slash at the end. */
  url: string;
  /** Takes no more requests, lets those that are under way end, and after a while ends them. Resolves when the port is free. */
  stop: () => Promise<void>;
};

type StartOptions = {
  app: Elysia;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Requests that become sockets; answers undefined for one that has. */
  sockets?: Sockets & { take: (request: Request, server: Server<SocketData>) => Response | undefined | false };
  /** Ends streams, which would stay open for ever. */
  closeStreams?: () => void;
  /** How long requests that are under way may still take after `stop`, ms. */
  graceMs?: number;
};

/** Bodies are measured by whoever reads them, so that what is too large gets an answer. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;
const IDLE_SEC = 30;

/** Listens. Throws `address_in_use`, or `config_invalid` when there is no such address. */
export function startServer({ app, host, port, sockets, closeStreams, graceMs = 5000 }: StartOptions): Listening {
  const server = listen(app, host, port, sockets);
  sockets?.bind(server);
  app.server = server as never;
  return {
    url: `http://${shownHost(host)}:${server.port}`,
    async stop() {
      const ended = server.stop(false);
      sockets?.closeAll();
      closeStreams?.();
      await Promise.race([ended, Bun.sleep(graceMs)]);
      await server.stop(true);
    },
  };
}

function listen(app: Elysia, hostname: string, port: number, sockets: StartOptions["sockets"]): Server<SocketData> {
  const how = { hostname, port, development: false, reusePort: false, idleTimeout: IDLE_SEC, maxRequestBodySize: NO_LIMIT } as const;
  const answer = (request: Request, server: Server<SocketData>) => {
    const taken = sockets?.take(request, server);
    return taken === false || !sockets ? app.fetch(request) : taken;
  };
  try {
    return Bun.serve<SocketData>({ ...how, fetch: answer, websocket: sockets?.handler ?? { message: () => undefined } });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "EADDRINUSE")
      throw new KinoraError(
        "address_in_use",
        `Something else listens on ${shownHost(hostname)}:${port}. Stop it, or choose another --port.`,
        { cause },
      );
    throw new KinoraError("config_invalid", `Kinora cannot listen on ${shownHost(hostname)}:${port}. Choose another --host or --port.`, {
      cause,
    });
  }
}

/** The host as a browser on this machine reaches it. */
function shownHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}
