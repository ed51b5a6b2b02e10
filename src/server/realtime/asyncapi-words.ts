import { COME_BACK_MS, MOST_SHOWN, SILENT_MS, SOCKET_LIMITS } from "./limits.ts";

const { largestMessage, mostWaiting, idleSec, mostJobs, burst, aSecond, heavy } = SOCKET_LIMITS;
const KB = 1024;

/** How the socket behaves, for readers. */
export const SOCKET_WORDS = `Messages are JSON text, one object each. A client subscribes to one job, to several, or to all; it is shown where they stand (\`snapshot: true\`, without \`seq\`; of all jobs at most the ${MOST_SHOWN} newest that wait or run), then told of everything after. Each event comes once, in the order of \`seq\`, however many subscriptions it belongs to. After a break: connect, subscribe, and say \`resume\` with the last \`seq\` heard, or subscribe with \`after\`. A message that cannot be taken is answered with \`error\`. The \`Origin\` of a page must be this server's, the \`Host\` an address, \`localhost\`, a \`.local\` name or the machine's own name; else the handshake is answered 403 or 421.`;

/** How the stream behaves, for readers. */
export const STREAM_WORDS = `Server-sent events: \`data\` is one message as JSON, \`id\` its \`seq\`, \`retry\` ${COME_BACK_MS} ms; a comment comes after ${SILENT_MS / 1000} s of silence. Without \`after\` and \`Last-Event-ID\` it begins with where the newest ${MOST_SHOWN} jobs stand that wait or run. It is read at the client's own pace: who reads slowly misses nothing and holds up nobody.`;

/** Why the server ends a socket (RFC 6455, 7.4.1). */
export const CLOSE_CODES: Record<string, string> = {
  1001: "The server stops. Come back in a while and resume.",
  1002: "What was sent is no WebSocket frame.",
  1007: "A text message is no UTF-8.",
  1008: `Too many messages: ${burst} may come at once, then ${aSecond} a second; \`subscribe_all_jobs\` and \`resume\` count as ${heavy}.`,
  1009: `A message is larger than ${largestMessage / KB} KB; 1006 where the close frame cannot be delivered.`,
  1013: `More than ${mostWaiting / KB} KB waited for a client that reads too slowly. Come back and resume.`,
  1006: `Without a close frame: the connection broke, nothing answered to a ping within ${idleSec} s, or so much waited for a client that reads nothing at all. Come back and resume.`,
};

/** Bounds of one socket. */
export const LIMITS = {
  message_bytes: largestMessage,
  waiting_bytes: mostWaiting,
  jobs: mostJobs,
  messages_at_once: burst,
  messages_a_second: aSecond,
  idle_seconds: idleSec,
  snapshot_jobs: MOST_SHOWN,
};
