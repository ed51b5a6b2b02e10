import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { newDataFolder, removeDataFolder, type Server, startServer, untilOver } from "../helpers/server.ts";
import { filmRequest, submitFilm } from "../helpers/server-films.ts";
import { connect, type Message } from "../server/realtime/live-server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer({ data: await newDataFolder() });
});
afterAll(async () => {
  await server.end("SIGTERM");
  await removeDataFolder(server.data);
});

const noop = async () => (await server.call("POST", "/mcp/generate", { json: { kind: "noop" } })).body.job_id as string;
const polled = async (query = "") => (await server.call("GET", `/mcp/events?limit=1000${query}`)).body.events as Message[];

/** What a stream tells until an event ends it. */
async function streamed(query: string, last: (event: Message) => boolean): Promise<Message[]> {
  const reader = (await fetch(`${server.url}/events${query}`)).body!.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: true });
    const events = [...text.matchAll(/^data: (.*)\n\n/gm)].map(([, json]) => JSON.parse(json!) as Message);
    if (!done && !events.some(last)) continue;
    await reader.cancel();
    return events;
  }
}

describe("a film in the making", () => {
  test("is told of alike on the socket, on a stream and to who polls, its log and FFmpeg's words too", async () => {
    const client = await connect(server.url);
    client.say({ event: "subscribe_all_jobs", logs: true });
    await client.settle();
    const id = await submitFilm(server, filmRequest(2));
    const isEnd = ({ event, job_id: of }: Message) => event === "job_completed" && of === id;
    const [stream] = await Promise.all([streamed(`?job_id=${id}&logs=true&after=0`, isEnd), client.until(() => client.heard.some(isEnd))]);
    const heard = client.events().filter(({ job_id: of }) => of === id);
    const end = heard.find(isEnd)!.seq!;
    const upTo = (events: Message[]) => events.filter(({ seq }) => seq !== undefined && seq <= end);
    expect(upTo(heard)).toEqual(upTo(await polled(`&job_id=${id}&logs=true`)));
    expect(upTo(stream)).toEqual(upTo(heard));
    const names = new Set(heard.map(({ event }) => event));
    expect([...names]).toEqual(
      expect.arrayContaining(["job_created", "job_status_update", "stage_completed", "scene_rendered", "job_completed"]),
    );
    expect(client.heard.some(({ event }) => event === "queue_updated")).toBe(true);
    const debug = (await server.call("GET", `/mcp/logs/${id}?level=DEBUG&limit=1000`)).body.logs as { message: string }[];
    expect(debug.map(({ message }) => message).join("\n")).toContain("Integrated loudness");
    client.close();
  });
});

describe("many jobs, while connections break", () => {
  test("nothing is missed and nothing comes twice", async () => {
    const start = (await polled()).at(-1)?.seq ?? 0;
    let isOver = false;
    const working = (async () => {
      for (let i = 0; i < 60; i++) await untilOver(server, await noop());
      isOver = true;
    })();
    const seqs: number[] = [];
    for (let last = false; !last; ) {
      last = isOver;
      const client = await connect(server.url);
      client.say({ event: "subscribe_all_jobs", after: seqs.at(-1) ?? start });
      await client.settle();
      await Bun.sleep(last ? 1500 : 40);
      client.close();
      await client.closed;
      seqs.push(...client.events().map(({ seq }) => seq!));
    }
    await working;
    const all = await polled(`&after=${start}`);
    expect(seqs).toEqual(all.map(({ seq }) => seq!));
  });
});

test("it says what it tells, in AsyncAPI, and ends sockets with 1001 and streams when it stops, with status 0", async () => {
  const own = await startServer({ data: await newDataFolder() });
  expect((await own.call("GET", "/asyncapi.json")).body.asyncapi).toBe("3.0.0");
  const client = await connect(own.url);
  client.say({ event: "subscribe_all_jobs" });
  await client.settle();
  const stream = (await fetch(`${own.url}/events`)).text();
  expect(await own.end("SIGTERM")).toBe(0);
  expect(await client.closed).toMatchObject({ code: 1001 });
  expect(await stream).toStartWith("retry: ");
  await removeDataFolder(own.data);
});
