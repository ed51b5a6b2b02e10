import { afterAll } from "bun:test";
import { KinoraError } from "../../src/domain/error.ts";
import { Settings } from "../../src/domain/settings.ts";
import type { ServerMeans } from "../../src/server/means.ts";
import { openServer } from "../../src/server/open.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";
import { fakeMany } from "./fake-many.ts";
import { fakePremises } from "./fake-premises.ts";
import { fakeRequests } from "./fake-requests.ts";
import { type FakeService, fakeService, START_US } from "./fake-service.ts";

export const VOICES = [
  { id: "flite-slt", provider: "flite", name: "Slt, English, female", languages: ["en"], note: "American" },
  { id: "espeak-en", provider: "espeak", name: "eSpeak, English, neutral", languages: ["en"], note: null },
];

/** `failures` is what the log was told. */
export type Serving = { service: FakeService; url: string; failures: string[]; means: ServerMeans };

/** A server on a real socket over a service in memory, until the tests of the file are done. */
export function serve(change: Partial<ServerMeans> = {}): Serving {
  const service = fakeService();
  const failures: string[] = [];
  const means: ServerMeans = {
    service,
    settings: Settings.parse({ limits: { body: 100_000, jobs_per_hour: 10 } }),
    version: "1.2.3",
    noop: false,
    ...fakePremises(),
    many: fakeMany(service),
    requests: fakeRequests(service),
    data: openDataFolder(`${ROOT}/dist/data`),
    voices: VOICES,
    styles: [{ id: "cinematic", name: "Cinematic", description: "Wide landscapes" }],
    languages: [{ id: "en", name: "English", voice: "flite-slt" }],
    queue: () => ({ depth: {}, places: [], threads: 2, oldestWaiting: null, nextStartSec: 0 }),
    samples: { find: () => Promise.reject(new KinoraError("not_found", "There is no such voice.")) },
    nowUs: () => START_US,
    logFailure: (message) => failures.push(message),
    ...change,
  };
  const { url, stop } = openServer(means, { host: "127.0.0.1", port: 0, machine: "here", graceMs: 100 });
  afterAll(stop);
  return { service, url, failures, means };
}

/** What is asked: `POST /path`, with a body that is sent as JSON unless it is text or bytes. */
export type Asked = { body?: unknown; headers?: Record<string, string> };

/** Sends a request written as `GET /path`. */
export function ask(url: string, line: string, { body, headers = {} }: Asked = {}): Promise<Response> {
  const [method = "GET", path = "/"] = line.split(" ");
  const raw = typeof body === "string" || body instanceof Uint8Array;
  return fetch(url + path, {
    method,
    redirect: "manual",
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
  });
}
