/** What the parent of a bench's server says to it. */
export type ToServer = { say: "run"; perSec: number; seconds: number } | { say: "log"; lines: number } | { say: "stop" };

/** What it answers. `times` are, by turns, the numbers of events and the milliseconds since 1970 at which they were saved. */
export type FromServer = { say: "open"; url: string; jobId: string } | { say: "ran"; times: Float64Array } | { say: "logged" };

/** What the parent says to a process of clients. */
export type ToClients = { say: "open"; url: string; count: number; hello: string | undefined } | { say: "report" };

/** What it answers: when each of them heard which event, milliseconds since 1970. */
export type FromClients = { say: "opened" } | { say: "heard"; sockets: number; closed: number; heard: [seq: number, ms: number[]][] };
