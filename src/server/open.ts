import { KinoraError } from "../domain/error.ts";
import { splitAddress, trimSlashes } from "./address.ts";
import { createApp } from "./app.ts";
import { answerProblem } from "./errors.ts";
import type { ServerMeans } from "./means.ts";
import { asyncDocument } from "./realtime/asyncapi.ts";
import { checkOrigin } from "./realtime/origin.ts";
import { openSockets } from "./realtime/socket.ts";
import { openStreams } from "./realtime/sse.ts";
import { type Listening, startServer } from "./start.ts";

const NO_SOCKET = new KinoraError("invalid_request", "Open this address as a WebSocket: ws://…/ws. /events is the same over plain HTTP.");

type Place = { host: string; port: number /** This machine's name. */; machine: string; graceMs?: number };

/** The whole server: the API, pages, `WS /ws` and `GET /events`. Its address is told with the base path. Throws as `startServer` does. */
export function openServer(means: ServerMeans, { machine, ...place }: Place): Listening {
  const base = means.settings.base_path;
  const streams = openStreams(means.service);
  const sockets = openSockets(means.service);
  const listening = startServer({
    ...place,
    app: createApp(means, [streams.endpoint, asyncDocument(means.version)]),
    closeStreams: streams.closeAll,
    sockets: {
      ...sockets,
      take(request, server) {
        const { path } = splitAddress(request.url);
        if (!["/ws", `${base}/ws`].includes(trimSlashes(path))) return false;
        try {
          checkOrigin(request, machine);
        } catch (error) {
          return answerProblem(error, path);
        }
        if (sockets.upgrade(request, server)) return undefined;
        return answerProblem(NO_SOCKET, path, { status: 426, headers: { upgrade: "websocket", connection: "upgrade" } });
      },
    },
  });
  return { ...listening, url: listening.url + base };
}
