import type { Elysia } from "elysia";
import { KinoraError } from "../domain/error.ts";

type Listening = {
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
  /** Ends what would stay open for ever: sockets and streams of events. */
  closeStreams?: () => void | Promise<void>;
  /** How long requests that are under way may still take after `stop`, ms. */
  graceMs?: number;
};

/** Bodies are measured by whoever reads them, so that what is too large gets an answer. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;
const IDLE_SEC = 30;

/** Listens. Throws `address_in_use`, or `config_invalid` when there is no such address. */
export function startServer({ app, host, port, closeStreams, graceMs = 5000 }: StartOptions): Listening {
  const server = listen(app, host, port);
  app.server = server as never;
  return {
    url: `http://${shownHost(host)}:${server.port}`,
    async stop() {
      const ended = server.stop(false);
      await closeStreams?.();
      await Promise.race([ended, Bun.sleep(graceMs)]);
      await server.stop(true);
    },
  };
}

function listen(app: Elysia, hostname: string, port: number) {
  try {
    return Bun.serve({ hostname, port, development: false, idleTimeout: IDLE_SEC, maxRequestBodySize: NO_LIMIT, fetch: app.fetch });
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
