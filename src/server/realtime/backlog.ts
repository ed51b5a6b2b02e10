import { CLOSE, SOCKET_LIMITS } from "./limits.ts";
import type { Socket } from "./socket.ts";

const EVERY_MS = 100;
/** How long a socket may take to show that it still reads, ms. */
const GRACE_MS = 1000;

/**
 * Lets go of sockets for which too much waits. Such a one is told nothing more; as soon as it takes something it is ended with 1013, after what
 * waits, and when it takes nothing it is ended without a word, for none would reach it.
 */
export function watchBacklogs(sockets: ReadonlySet<Socket>, mute: (socket: Socket) => void) {
  let timer: Timer | undefined;

  function letGo(socket: Socket, waiting: number): void {
    const now = performance.now();
    const { data } = socket;
    if (!data.muted) {
      data.muted = { waiting, sinceMs: now };
      mute(socket);
    } else if (waiting < data.muted.waiting) socket.close(CLOSE.tooSlow, "Too slow. Come back and resume.");
    else if (now - data.muted.sinceMs > GRACE_MS) socket.terminate();
  }

  function check(): void {
    timer = undefined;
    let areWaiting = false;
    for (const socket of sockets) {
      const waiting = socket.getBufferedAmount();
      if (waiting > 0) areWaiting = true;
      if (socket.data.muted || waiting >= SOCKET_LIMITS.mostWaiting) letGo(socket, waiting);
    }
    if (areWaiting) look();
  }

  /** Looks soon, once for all that is sent until then. */
  function look(): void {
    timer ??= setTimeout(check, EVERY_MS);
  }
  return { look, stop: () => clearTimeout(timer) };
}
