import type { Server, ServerWebSocket, WebSocketHandler } from "bun";
import { watchBacklogs } from "./backlog.ts";
import { type HubService, type Listener, openHub } from "./hub.ts";
import { CLOSE, SOCKET_LIMITS } from "./limits.ts";
import { hear } from "./obey.ts";

/** Bytes waiting under which more is told of what was before. */
const FEW_WAITING = 128 * 1024;

/** What belongs to one socket. */
export type SocketData = {
  listener: Listener | undefined;
  heard: ReadonlySet<string>;
  resuming: boolean;
  credit: number;
  creditMs: number;
  drained: PromiseWithResolvers<void> | undefined;
  /** Set once too much waits for it: how many bytes, and since when, ms. It is told nothing more then. */
  muted: { waiting: number; sinceMs: number } | undefined;
};
export type Socket = ServerWebSocket<SocketData>;

/** The sockets of a server: how Bun is to treat them, and how they are made and ended. */
export type Sockets = {
  handler: WebSocketHandler<SocketData>;
  /** Makes a request a socket; answers whether it is one now. */
  upgrade: (request: Request, server: Server<SocketData>) => boolean;
  /** Events go out by this server from now on. */
  bind: (server: Server<SocketData>) => void;
  count: () => number;
  /** Ends every socket with 1001 (RFC 6455, 7.4.1). */
  closeAll: () => void;
};

/** Opens `WS /ws`. */
export function openSockets(service: HubService): Sockets {
  const open = new Set<Socket>();
  let server: Server<SocketData> | undefined;
  const backlogs = watchBacklogs(open, (socket) => socket.data.listener && hub.silence(socket.data.listener));
  const hub = openHub(service, (topic, text) => {
    server?.publish(topic, text);
    backlogs.look();
  });
  const leave = (socket: Socket) => {
    open.delete(socket);
    if (socket.data.listener) hub.drop(socket.data.listener);
    socket.data.drained?.reject(new Error("The socket has gone."));
  };
  return {
    handler: {
      maxPayloadLength: SOCKET_LIMITS.largestMessage,
      backpressureLimit: SOCKET_LIMITS.mostEver,
      closeOnBackpressureLimit: true,
      idleTimeout: SOCKET_LIMITS.idleSec,
      sendPings: true,
      perMessageDeflate: false,
      open(socket) {
        open.add(socket);
        socket.data.listener = hub.open(sinkOf(socket, backlogs.look));
      },
      message(socket, message) {
        if (!socket.data.muted) hear(socket, message, hub);
      },
      drain(socket) {
        if (socket.getBufferedAmount() > FEW_WAITING) return;
        socket.data.drained?.resolve();
        socket.data.drained = undefined;
      },
      close: leave,
    },
    upgrade: (request, on) =>
      on.upgrade(request, {
        data: {
          listener: undefined,
          heard: new Set(),
          resuming: false,
          credit: SOCKET_LIMITS.burst,
          creditMs: performance.now(),
          drained: undefined,
          muted: undefined,
        },
      }),
    bind: (to) => {
      server = to;
    },
    count: () => open.size,
    closeAll() {
      hub.stop();
      backlogs.stop();
      for (const socket of open) socket.close(CLOSE.goingAway, "The server stops.");
    },
  };
}

function sinkOf(socket: Socket, sent: () => void): Listener["sink"] {
  return {
    send(text) {
      socket.send(text);
      sent();
    },
    hear(topics) {
      for (const topic of socket.data.heard) if (!topics.has(topic)) socket.unsubscribe(topic);
      for (const topic of topics) if (!socket.data.heard.has(topic)) socket.subscribe(topic);
      socket.data.heard = topics;
    },
    isOpen: () => socket.readyState === WebSocket.OPEN,
    isFull: () => socket.getBufferedAmount() > FEW_WAITING,
    async drained() {
      if (socket.readyState !== WebSocket.OPEN) throw new Error("The socket has gone.");
      socket.data.drained ??= Promise.withResolvers();
      await socket.data.drained.promise;
    },
  };
}
