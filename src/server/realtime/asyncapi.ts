import { z } from "zod";
import { EVENTS, EventsExpired, JobSnapshot, QueueSnapshot, withNumber } from "../../domain/event-schema.ts";
import { answerJson, type Endpoint, endpoint } from "../endpoint.ts";
import { EXAMPLE_ID } from "../job-path.ts";
import { tidySchema } from "../openapi-schema.ts";
import { CLOSE_CODES, LIMITS, SOCKET_WORDS, STREAM_WORDS } from "./asyncapi-words.ts";
import { EXAMPLES } from "./examples.ts";
import { ClientMessage } from "./messages.ts";
import { Pong, SocketError } from "./replies.ts";
import { StreamQuery } from "./stream-query.ts";

type Message = { name: string; schema: z.ZodType; examples: object[] };

/** What clients may say, with an example of each. */
const SAID: Record<ClientMessage["event"], object[]> = {
  subscribe_job: [{ event: "subscribe_job", job_id: EXAMPLE_ID }],
  unsubscribe_job: [{ event: "unsubscribe_job", job_id: EXAMPLE_ID }],
  subscribe_all_jobs: [
    { event: "subscribe_all_jobs" },
    { event: "subscribe_all_jobs", filters: { status: ["pending", "rendering"], priority: 10, kind: "generate" }, logs: true, after: 17 },
  ],
  unsubscribe_all_jobs: [{ event: "unsubscribe_all_jobs" }],
  resume: [{ event: "resume", after: 17 }],
  ping: [{ event: "ping" }],
};

const CLIENT: Message[] = ClientMessage.options.map((schema) => {
  const name = schema.shape.event.value;
  return { name, schema, examples: SAID[name] };
});

/** What all transports tell. */
const TOLD: Message[] = [
  ...Object.entries(EVENTS).map(([name, schema]) => ({
    name,
    schema: withNumber(schema),
    examples: [{ seq: 17, ...EXAMPLES[name as keyof typeof EVENTS] }],
  })),
  { name: "job_snapshot", schema: JobSnapshot, examples: [{ ...EXAMPLES.job_status_update, snapshot: true }] },
  { name: "queue_snapshot", schema: QueueSnapshot, examples: [{ ...EXAMPLES.queue_updated, snapshot: true }] },
  { name: "events_expired", schema: EventsExpired, examples: [{ event: "events_expired", after: 17, oldest: 4000, newest: 5210 }] },
];

/** What only a socket answers. */
const REPLIES: Message[] = [
  { name: "pong", schema: Pong, examples: [{ event: "pong" }] },
  { name: "error", schema: SocketError, examples: [{ event: "error", code: "not_found", message: `There is no job ${EXAMPLE_ID}.` }] },
];

/** What is told of changes as they happen, as an AsyncAPI 3.0 document (https://www.asyncapi.com/docs/reference/specification/v3.0.0). */
export function buildAsyncDocument(version: string): object {
  const all = [...CLIENT, ...TOLD, ...REPLIES];
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Kinora, live",
      version,
      description:
        "What happens to jobs, as it happens: over a WebSocket, or as server-sent events where there is none. `GET /mcp/events` tells the same to who asks again and again (`/openapi.json`). Every event is stored with a number before it is told; by it all three resume and miss nothing.",
      license: { name: "GNU General Public License v3.0 or later", url: "https://www.gnu.org/licenses/gpl-3.0.html" },
    },
    defaultContentType: "application/json",
    servers: {
      socket: { host: "{address}", protocol: "ws", description: "This server", variables: { address: ADDRESS } },
      stream: { host: "{address}", protocol: "http", description: "This server", variables: { address: ADDRESS } },
    },
    channels: {
      socket: { ...toChannel("/ws", "socket", SOCKET_WORDS, all), "x-close-codes": CLOSE_CODES, "x-limits": LIMITS },
      stream: toChannel("/events", "stream", STREAM_WORDS, TOLD),
    },
    operations: {
      say: toOperation("receive", "socket", "What a client says", CLIENT),
      tell: toOperation("send", "socket", "What a client hears", [...TOLD, ...REPLIES]),
      stream: {
        ...toOperation("send", "stream", "What a stream tells", TOLD),
        bindings: { http: { method: "GET", query: toSchema(StreamQuery, "input"), bindingVersion: "0.3.0" } },
      },
    },
    components: {
      messages: Object.fromEntries(all.map((message) => [message.name, toMessage(message)])),
      schemas: Object.fromEntries(
        all.map(({ name, schema }) => [name, toSchema(schema, CLIENT.some((one) => one.name === name) ? "input" : "output")]),
      ),
    },
  };
}

const ADDRESS = { default: "127.0.0.1:8080", description: "Where the server listens" };

const toChannel = (address: string, server: string, description: string, messages: Message[]) => ({
  address,
  description,
  servers: [{ $ref: `#/servers/${server}` }],
  messages: Object.fromEntries(messages.map(({ name }) => [name, { $ref: `#/components/messages/${name}` }])),
  ...(server === "socket" && { bindings: { ws: { method: "GET", bindingVersion: "0.1.0" } } }),
});

const toOperation = (action: "send" | "receive", channel: string, summary: string, messages: Message[]) => ({
  action,
  summary,
  channel: { $ref: `#/channels/${channel}` },
  messages: messages.map(({ name }) => ({ $ref: `#/channels/${channel}/messages/${name}` })),
});

const toMessage = ({ name, schema, examples }: Message) => ({
  name,
  title: schema.meta()?.title,
  summary: schema.meta()?.description,
  contentType: "application/json",
  payload: { $ref: `#/components/schemas/${name}` },
  examples: examples.map((payload) => ({ payload })),
});

/** JSON Schema draft 7, which is what AsyncAPI's own schemas are. */
const toSchema = (schema: z.ZodType, io: "input" | "output") => tidySchema(z.toJSONSchema(schema, { io, target: "draft-7" }));

/** `/asyncapi.json`, made when it is first asked for. */
export function asyncDocument(version: string): Endpoint {
  let made: object | undefined;
  return endpoint({
    method: "GET",
    path: "/asyncapi.json",
    name: "getAsyncDocument",
    tag: "Pages",
    summary: "What is told live",
    isPage: true,
    anyQuery: true,
    answers: { 200: { description: "The events as AsyncAPI 3.0", type: "application/json" } },
    errors: [],
    handle() {
      made ??= buildAsyncDocument(version);
      return answerJson(made, { headers: { "cache-control": "no-cache" } });
    },
  });
}
