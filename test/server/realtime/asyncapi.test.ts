import { describe, expect, test } from "bun:test";
import { Parser } from "@asyncapi/parser";
import { z } from "zod";
import { EVENTS, JobSnapshot, QueueSnapshot, ToldEvent } from "../../../src/domain/event-schema.ts";
import { EXAMPLES } from "../../../src/server/realtime/examples.ts";
import { ClientMessage } from "../../../src/server/realtime/messages.ts";
import { SocketError } from "../../../src/server/realtime/replies.ts";
import { connect, openLiveServer } from "./live-server.ts";

type Schema = { [key: string]: unknown };
type Message = { summary: string; title: string; payload: { $ref: string }; examples: { payload: Schema }[] };
type Document = {
  channels: Record<string, Schema & { address: string; messages: Schema }>;
  components: { messages: Record<string, Message>; schemas: Record<string, Schema> };
};

const server = openLiveServer();
const text = await (await fetch(`${server.url}/asyncapi.json`)).text();
const { channels, components } = JSON.parse(text) as Document;

/** What AsyncAPI's own parser finds wrong, but for advice. */
async function faultsOf(source: string): Promise<string[]> {
  const diagnostics = await new Parser().validate(source);
  return diagnostics
    .filter(({ severity, code }) => severity <= 1 && code !== "asyncapi-latest-version")
    .map(({ code, message, path }) => `${code} ${path.join(".")}: ${message}`);
}

describe("the AsyncAPI document", () => {
  test("passes AsyncAPI's parser, which finds what is wrong in another", async () => {
    expect(await faultsOf(text)).toEqual([]);
    expect(await faultsOf(text.replace('"action":"send"', '"action":"shout"'))).not.toEqual([]);
  });

  test("has both channels, and every message of clients and of the server", () => {
    expect(Object.values(channels).map(({ address }) => address)).toEqual(["/ws", "/events"]);
    const said = ClientMessage.options.map(({ shape }) => shape.event.value);
    const told = [...Object.keys(EVENTS), "job_snapshot", "queue_snapshot", "events_expired"];
    expect(Object.keys(channels.socket!.messages)).toEqual([...said, ...told, "pong", "error"]);
    expect(Object.keys(channels.stream!.messages)).toEqual(told);
  });

  test("says of every message and field what it is", () => {
    expect(Object.values(components.messages).filter(({ summary, title }) => !summary || !title)).toEqual([]);
    expect(Object.entries(components.schemas).flatMap(([name, schema]) => silentIn(schema, name))).toEqual([]);
    expect(text).not.toMatch(/\$defs|"~standard"|"_zod"|"\$schema"|9007199254740991/);
  });

  test("tells why a socket is ended, and its limits", () => {
    expect(Object.keys(channels.socket!["x-close-codes"] as Schema)).toEqual(
      expect.arrayContaining(["1001", "1006", "1008", "1009", "1013"]),
    );
    expect(channels.socket!["x-limits"]).toMatchObject({ message_bytes: 65536, jobs: 1000 });
  });
});

/** Fields that nothing is said of. */
function silentIn(schema: unknown, path: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {} } = schema as { properties?: Record<string, Schema> };
  const silent = Object.entries(properties).filter(([, field]) => !field.description);
  const inner = Object.entries(schema).flatMap(([key, value]) => silentIn(value, `${path}.${key}`));
  return [...silent.map(([name]) => `${path}.${name}`), ...inner];
}

describe("what is said and told fits the schemas", () => {
  const said = ClientMessage.options.map(({ shape }) => shape.event.value);
  test.each(said)("what a client says as %s, as in the examples", (name) => {
    const taken = components.messages[name]!.examples.map(({ payload }) => ClientMessage.safeParse(payload).error?.issues);
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.every((issues) => issues === undefined)).toBe(true);
  });

  test.each(Object.entries(EXAMPLES))("%s, as in the example", (_name, example) =>
    expect(ToldEvent.safeParse({ seq: 1, ...example }).error?.issues).toBeUndefined(),
  );

  test("as real jobs change, on the socket and in the answer to who polls", async () => {
    const client = await connect(server.url);
    client.say({ event: "subscribe_all_jobs", logs: true });
    await client.settle();
    const job = await server.add();
    await server.change(job.id, { status: "rendering", progress: 33.3, step: "Rendering scene 1 of 3", remainingSec: 12 });
    await server.log(job.id, "A line.");
    await server.change(job.id, { status: "failed", error: "No.", errorCode: "internal" });
    const other = await server.add();
    await server.change(other.id, { status: "cancelled" });
    client.say({ event: "subscribe_job", job_id: job.id });
    client.say("hello");
    await client.settle();
    const polled = (await (await fetch(`${server.url}/mcp/events?logs=true`)).json()) as { events: unknown[] };
    const strict = (schema: z.ZodType) => (one: unknown) => schema.safeParse(one).error?.issues ?? [];
    expect(polled.events).toHaveLength(client.events().length);
    expect([...polled.events, ...client.events()].flatMap(strict(ToldEvent))).toEqual([]);
    expect(client.heard.filter(({ snapshot }) => snapshot).flatMap(strict(z.union([JobSnapshot, QueueSnapshot])))).toEqual([]);
    expect(client.heard.filter(({ event }) => event === "error").flatMap(strict(SocketError))).toEqual([]);
    const unknown = client.events().flatMap((event) => Object.keys(event).filter((key) => !(key in known(event.event))));
    expect(unknown).toEqual([]);
    client.close();
  });

  const known = (event: string) => ({ seq: 0, ...EVENTS[event as keyof typeof EVENTS].shape });
});
