import { get } from "node:http";
import { networkInterfaces } from "node:os";
import { KinoraError } from "../domain/error.ts";
import { isLoopback } from "./loopback.ts";

/** What was answered: the status and at most the first 64 KB of the body. */
export type Answer = { status: number; body: string };

const MOST_CHARACTERS = 64 * 1024;

/** Asks a server of this machine (loopback, or one of its own addresses) without redirects or proxies. Rejects with `provider_unavailable` when nobody answers in time. */
export function askThisMachine(url: string, { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal }): Promise<Answer> {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: "", hostname: "" };
  if (protocol !== "http:" || !isOwn(hostname))
    return Promise.reject(new KinoraError("invalid_request", `${url} is not the address of a server on this machine.`));
  const limit = AbortSignal.timeout(timeoutMs);
  const stop = signal ? AbortSignal.any([signal, limit]) : limit;
  return new Promise<Answer>((resolve, reject) => {
    const fail = (cause: Error) => {
      const why = limit.aborted ? `not within ${timeoutMs / 1000} s` : ((cause as NodeJS.ErrnoException).code ?? cause.message);
      reject(signal?.aborted ? signal.reason : new KinoraError("provider_unavailable", `${url} does not answer (${why}).`, { cause }));
    };
    get(url, { signal: stop, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        body = (body + text).slice(0, MOST_CHARACTERS);
      });
      response.on("error", fail);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    }).on("error", fail);
  });
}

function isOwn(hostname: string): boolean {
  const name = hostname.replace(/^\[(.*)\]$/, "$1");
  return isLoopback(name) || Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === name));
}
