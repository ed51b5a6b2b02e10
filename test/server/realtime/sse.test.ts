import { describe, expect, test } from "bun:test";
import { type Message, openLiveServer } from "./live-server.ts";

const server = openLiveServer();

/** Reads a stream of events until there are so many, or it ends. */
async function listen(
  query: string,
  count: number,
  headers: Record<string, string> = {},
  meanwhile: () => Promise<unknown> = async () => undefined,
) {
  const response = await fetch(`${server.url}/events${query}`, { headers });
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = "";
  const parts = () =>
    text
      .split("\n\n")
      .slice(0, -1)
      .filter((part) => part.includes("data: "));
  const doing = meanwhile();
  while (parts().length < count) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value);
  }
  await doing;
  await reader.cancel();
  return {
    response,
    text,
    events: parts().map((part) => ({ id: /^id: (\d+)$/m.exec(part)?.[1], body: JSON.parse(/^data: (.*)$/m.exec(part)![1]!) as Message })),
  };
}

describe("a stream of events", () => {
  test("shows where jobs stand, then tells of what follows with its number", async () => {
    const job = await server.add();
    const { events, response, text } = await listen(`?job_id=${job.id}`, 2, {}, () => server.change(job.id, { progress: 5 }));
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(text).toStartWith("retry: ");
    expect(events[0]).toMatchObject({ id: undefined, body: { event: "job_status_update", snapshot: true } });
    expect(events[1]!.body.overall_progress).toBe(5);
    expect(events[1]!.id).toBe(String(events[1]!.body.seq));
  });

  test("goes on after the last that was heard, by header or by parameter, without showing anything again", async () => {
    const job = await server.add();
    for (let progress = 1; progress <= 4; progress++) await server.change(job.id, { progress });
    const { events: all } = await listen(`?job_id=${job.id}&after=0`, 5);
    const id = all[1]!.id!;
    for (const [query, headers] of [
      [`?job_id=${job.id}&after=${id}`, {}],
      [`?job_id=${job.id}`, { "last-event-id": id }],
      [`?job_id=${job.id}&after=0`, { "last-event-id": id }],
    ] as const) {
      const { events } = await listen(query, 3, headers);
      expect(events.map(({ body }) => body.overall_progress)).toEqual([2, 3, 4]);
    }
  });

  test("tells of log entries only on request", async () => {
    const job = await server.add();
    await server.log(job.id, "A line.");
    await server.change(job.id, { progress: 1 });
    const names = async (query: string, count: number) => (await listen(query, count)).events.map(({ body }) => body.event);
    expect(await names(`?job_id=${job.id}&after=0`, 2)).toEqual(["job_created", "job_status_update"]);
    expect(await names(`?job_id=${job.id}&after=0&logs=true`, 3)).toEqual(["job_created", "job_log_entry", "job_status_update"]);
  });

  test("is the same as what polling tells", async () => {
    const job = await server.add();
    for (let progress = 1; progress <= 4; progress++) await server.change(job.id, { progress });
    const { events } = await listen(`?job_id=${job.id}&after=0`, 5);
    const polled = (await (await fetch(`${server.url}/mcp/events?job_id=${job.id}&after=0`)).json()) as { events: Message[] };
    expect(events.map(({ body }) => body)).toEqual(polled.events);
  });

  test("goes on from the present for who asks for what has not happened yet", async () => {
    const job = await server.add();
    const { newest } = server.service.eventSpan();
    const { events } = await listen(`?job_id=${job.id}&after=${newest + 1000}`, 2, {}, () => server.change(job.id, { progress: 5 }));
    expect(events[0]).toEqual({ id: undefined, body: { event: "events_expired", after: newest + 1000, oldest: 1, newest } });
    expect(events[1]!.body.overall_progress).toBe(5);
  });

  test("tells each once and in order to who reads slowly while much happens, whichever way it comes to it", async () => {
    const job = await server.add();
    const STEPS = 400;
    const write = async () => {
      for (let step = 1; step <= STEPS; step++) await server.change(job.id, { step: `Step ${step}` });
    };
    const listeners = ["", "&logs=true", "&after=0"].map((query) =>
      listen(`?job_id=${job.id}${query}`, STEPS + 1, {}, async () => undefined),
    );
    await Bun.sleep(20);
    await write();
    for (const { events } of await Promise.all(listeners)) {
      expect(events.slice(1).map(({ body }) => body.current_step)).toEqual(Array.from({ length: STEPS }, (_, i) => `Step ${i + 1}`));
      const seqs = events.slice(1).map(({ body }) => body.seq!);
      expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
    }
  });

  const BAD: [query: string, headers: Record<string, string>, status: number][] = [
    ["?after=-1", {}, 400],
    ["?after=x", {}, 400],
    ["?after=1&after=2", {}, 400],
    ["?job_id=1", {}, 400],
    ["?job_id=01900000-0000-7000-8000-000000000000", {}, 404],
    ["?logs=maybe", {}, 400],
    ["?colour=red", {}, 400],
    ["", { "last-event-id": "x" }, 400],
    ["", { "last-event-id": "9".repeat(40) }, 400],
  ];
  test.each(BAD)("%s with %j is refused", async (query, headers, status) => {
    const response = await fetch(`${server.url}/events${query}`, { headers });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  test("ends when the server stops", async () => {
    const ending = openLiveServer();
    const response = await fetch(`${ending.url}/events`);
    const text = response.text();
    await ending.close();
    expect(await text).toStartWith("retry: ");
  });
});

test("what is no longer kept is said on a stream and to who polls, and what is kept follows", async () => {
  const expiring = openLiveServer();
  await expiring.add();
  await expiring.add();
  await expiring.expire();
  const job = await expiring.add();
  const told = [
    { event: "events_expired", after: 1, oldest: 3, newest: 3 },
    { event: "job_created", job_id: job.id, seq: 3 },
  ];
  const polled = (await (await fetch(`${expiring.url}/mcp/events?after=1`)).json()) as { events: Message[]; next: number };
  expect(polled).toMatchObject({ events: told, next: 3 });
  const all = (await (await fetch(`${expiring.url}/mcp/events`)).json()) as { events: Message[] };
  expect(all.events).toHaveLength(1);
  const reader = (await fetch(`${expiring.url}/events?after=1`)).body!.getReader();
  let text = "";
  while (!text.includes("job_created")) text += new TextDecoder().decode((await reader.read()).value);
  expect([...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!))).toMatchObject(told);
  await reader.cancel();
  await expiring.close();
});
