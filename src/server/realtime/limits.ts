/** What a socket may do, and what happens beyond it; told of in `/asyncapi.json`. */
export const SOCKET_LIMITS = {
  /** Bytes of one message of a client's; a larger one ends the socket with 1009. */
  largestMessage: 64 * 1024,
  /** Bytes that may wait for a client that reads too slowly or not at all; then it is let go and can resume. */
  mostWaiting: 1 << 20,
  /** Bytes after which it is let go at once, whatever it does. */
  mostEver: 2 << 20,
  /** A socket that says nothing for so long is asked whether it is there, s, and let go when it does not answer. */
  idleSec: 60,
  /** Jobs that one socket follows by name. */
  mostJobs: 1000,
  /** Messages that a client may send at once. */
  burst: 1500,
  /** How many more each second. */
  aSecond: 100,
  /** As how many messages one counts that makes more work: a subscription to all jobs, a resumption. */
  heavy: 10,
} as const;

/** Jobs that are shown when someone begins to listen to all. */
export const MOST_SHOWN = 100;

/** How a socket is ended by the server (RFC 6455, 7.4.1). */
export const CLOSE = { goingAway: 1001, policy: 1008, tooLarge: 1009, tooSlow: 1013 } as const;

/** How long a stream may be silent before something is said on it, ms: proxies end what says nothing. */
export const SILENT_MS = 10_000;

/** What a browser waits before it comes back to a stream, ms. */
export const COME_BACK_MS = 2000;
