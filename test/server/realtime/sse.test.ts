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
