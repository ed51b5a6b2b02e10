import { KinoraError, toErrorData } from "../../domain/error.ts";
import { parse } from "../../domain/submit.ts";
import { readJsonText } from "../json-text.ts";
import type { Hub, Listener } from "./hub.ts";
import { CLOSE, SOCKET_LIMITS } from "./limits.ts";
import { ClientMessage } from "./messages.ts";
import type { Socket } from "./socket.ts";

/** Messages that make more work than others. */
const HEAVY = new Set<ClientMessage["event"]>(["subscribe_all_jobs", "resume"]);

/** Takes a message off a client's allowance. Throws `rate_limited` when there is none left. */
function spend({ data }: Socket, weight = 1): void {
  const now = performance.now();
  data.credit = Math.min(SOCKET_LIMITS.burst, data.credit + ((now - data.creditMs) / 1000) * SOCKET_LIMITS.aSecond) - weight;
  data.creditMs = now;
  if (data.credit < 0) throw new KinoraError("rate_limited", "Too many messages.");
}

/** Does what a client says; what cannot be done is answered with `error`, and too much of it ends the socket. */
export function hear(socket: Socket, message: string | Buffer, hub: Hub): void {
  try {
    spend(socket);
    if (typeof message !== "string") throw new KinoraError("invalid_request", "The message is binary; send JSON text.");
    const said = parse(ClientMessage, readJsonText(message));
    if (HEAVY.has(said.event)) spend(socket, SOCKET_LIMITS.heavy - 1);
    obey(socket, said, hub);
  } catch (error) {
    const { code, message: why } = toErrorData(error);
    if (code === "rate_limited") socket.close(CLOSE.policy, why);
    else sayError(socket, code, code === "internal" ? "Something went wrong." : why.replace(/^The (body|request) /, "The message "));
  }
}

function sayError(socket: Socket, code: string, message: string): void {
  socket.send(JSON.stringify({ event: "error", code, message }));
}

type Said<Name extends ClientMessage["event"]> = Extract<ClientMessage, { event: Name }>;
type Action<Name extends ClientMessage["event"]> = (socket: Socket, said: Said<Name>, hub: Hub, listener: Listener) => void;

/** What each message of a client's does. */
const ACTIONS: { [Name in ClientMessage["event"]]: Action<Name> } = {
  ping: (socket) => void socket.send('{"event":"pong"}'),
  subscribe_job(socket, { job_id: jobId, after }, hub, listener) {
    const { jobs } = listener.interest;
    if (jobs.size >= SOCKET_LIMITS.mostJobs && !jobs.has(jobId))
      throw new KinoraError("too_large", `A socket follows at most ${SOCKET_LIMITS.mostJobs} jobs; subscribe_all_jobs follows all.`);
    if (!hub.show(listener, jobId)) throw new KinoraError("not_found", `There is no job ${jobId}.`);
    if (!jobs.has(jobId)) jobs.set(jobId, hub.newest());
    hub.place(listener);
    if (after !== undefined) resume(socket, after, hub);
  },
  unsubscribe_job(_socket, { job_id: jobId }, hub, listener) {
    listener.interest.jobs.delete(jobId);
    hub.place(listener);
  },
  subscribe_all_jobs(socket, { filters, logs, after }, hub, listener) {
    listener.interest.all = { filters, logs, from: hub.newest() };
    hub.showAll(listener);
    hub.place(listener);
    if (after !== undefined) resume(socket, after, hub);
  },
  unsubscribe_all_jobs(_socket, _said, hub, listener) {
    listener.interest.all = undefined;
    hub.place(listener);
  },
  resume: (socket, { after }, hub) => resume(socket, after, hub),
};

function obey(socket: Socket, said: ClientMessage, hub: Hub): void {
  (ACTIONS[said.event] as Action<ClientMessage["event"]>)(socket, said as never, hub, socket.data.listener!);
}

function resume({ data }: Socket, after: number, hub: Hub): void {
  if (data.resuming) throw new KinoraError("wrong_state", "Events are being told again already.");
  data.resuming = true;
  const rest = () => {
    data.resuming = false;
  };
  hub.resume(data.listener!, after).then(rest, rest);
}
