import { describe, expect, test } from "bun:test";
import { createConnection, type Socket } from "node:net";
import { connect, MACHINE, type Message, openLiveServer } from "./live-server.ts";

const server = openLiveServer();
const names = (messages: Message[]) => messages.map(({ event, snapshot }) => (snapshot ? `${event} (snapshot)` : event));

describe("who listens to one job", () => {
  test("is shown where it stands, then told of everything after, logs too, of no other job", async () => {
    const [job, other] = [await server.add(), await server.add()];
    const client = await connect(server.url);
    client.say({ event: "subscribe_job", job_id: job.id });
    await client.settle();
    await server.change(other.id, { progress: 1 });
    await server.change(job.id, { status: "rendering", progress: 10 });
    await server.log(job.id, "One line.");
    await server.change(job.id, { status: "failed", error: "No.", errorCode: "internal" });
    await client.until(() => client.heard.some(({ event }) => event === "job_failed"));
    expect(names(client.heard.filter(({ event }) => event !== "pong"))).toEqual([
      "job_status_update (snapshot)",
      "job_status_update",
      "job_log_entry",
      "job_status_update",
      "job_failed",
    ]);
    expect(client.heard[0]).not.toHaveProperty("seq");
    expect(client.heard.every(({ job_id: id, event }) => event === "pong" || id === job.id)).toBe(true);
    client.close();
  });

  test("hears nothing more once it does not want to", async () => {
    const job = await server.add();
    const client = await connect(server.url);
    client.say({ event: "subscribe_job", job_id: job.id });
    client.say({ event: "unsubscribe_job", job_id: job.id });
    await client.settle();
    await server.change(job.id, { progress: 3 });
    await client.settle();
    expect(client.events()).toEqual([]);
    client.close();
  });
});

describe("who listens to all jobs", () => {
  test("hears each event once, also of a job that it follows by name, and logs only on request or of that job", async () => {
    const [named, other] = [await server.add(), await server.add()];
    const client = await connect(server.url);
    client.say({ event: "subscribe_job", job_id: named.id });
    client.say({ event: "subscribe_all_jobs" });
    await client.settle();
    for (const { id } of [named, other]) {
      await server.log(id, "A line.");
      await server.change(id, { progress: 7 });
    }
    await client.settle();
    expect(client.events().map(({ event, job_id: id }) => [event, id])).toEqual([
      ["job_log_entry", named.id],
      ["job_status_update", named.id],
      ["job_status_update", other.id],
    ]);
    client.close();
  });

  test("hears logs of all when it asks for them", async () => {
    const job = await server.add();
    const client = await connect(server.url);
    client.say({ event: "subscribe_all_jobs", logs: true });
    await client.settle();
    await server.log(job.id, "A line.");
    await client.settle();
    expect(client.events()).toMatchObject([{ event: "job_log_entry", message: "A line.", level: "INFO" }]);
    client.close();
  });

  test("with a filter follows a job into it and out of it", async () => {
    const job = await server.add({ priority: 9 });
    const client = await connect(server.url);
    client.say({ event: "subscribe_all_jobs", filters: { status: "rendering", priority: [9, 10] } });
    await client.settle();
    await server.change(job.id, { status: "scene_planning" });
    const heardBefore = client.events().length;
    for (const status of ["rendering", "completed"] as const) await server.change(job.id, { status });
    await server.change(job.id, { step: "After the end." });
    await client.settle();
    const heard = client.events().slice(heardBefore);
    expect(heard.map(({ event, status }) => status ?? event)).toEqual(["rendering", "completed", "job_completed"].slice(0, heard.length));
    expect(heard.map(({ status }) => status).slice(0, 2)).toEqual(["rendering", "completed"]);
    client.close();
  });
});

describe("who was away", () => {
  test("is told what it missed, in order, then goes on", async () => {
    const job = await server.add();
    const first = await connect(server.url);
    first.say({ event: "subscribe_all_jobs" });
    await first.settle();
    await server.change(job.id, { progress: 1 });
    await first.until(() => first.events().length === 1);
    const after = first.events()[0]!.seq!;
    first.close();
    for (let progress = 2; progress <= 20; progress++) await server.change(job.id, { progress });
    const second = await connect(server.url);
    second.say({ event: "subscribe_all_jobs" });
    second.say({ event: "resume", after });
    await server.change(job.id, { progress: 21 });
    await second.until(() => second.events().some(({ overall_progress: progress }) => progress === 21));
    expect(second.events().map(({ overall_progress: progress }) => progress)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
    second.close();
  });

  test("misses nothing and hears nothing twice, over disconnects while much happens", async () => {
    const job = await server.add();
    let told = 0;
    let over = false;
    const writing = (async () => {
      while (!over && told < 5000) {
        await server.change(job.id, { step: `Step ${++told}` });
        if (told % 7 === 0) await Bun.sleep(1);
      }
    })();
    const steps: string[] = [];
    const seqs: number[] = [];
    let after = server.service.eventSpan().newest;
    for (let i = 0; i < 25; i++) {
      const client = await connect(server.url);
      client.say({ event: "subscribe_job", job_id: job.id, after });
      await client.until(() => client.events().length >= 1 + (i % 5) * 3);
      if (i === 24) {
        over = true;
        await writing;
        await client.settle();
        await client.settle();
      }
      client.close();
      await client.closed;
      for (const { seq, current_step: step } of client.events()) {
        seqs.push(seq!);
        steps.push(String(step));
      }
      after = seqs.at(-1) ?? after;
    }
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
    const numbers = steps.map((step) => Number(step.slice(5)));
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => numbers[0]! + i));
    expect(numbers.at(-1)).toBe(told);
  });

  test("learns that what it asks for is no longer kept", async () => {
    await server.add();
    await server.expire();
    const job = await server.add();
    const client = await connect(server.url);
    client.say({ event: "subscribe_all_jobs" });
    client.say({ event: "resume", after: 1 });
    await client.until(() => client.heard.some(({ event }) => event === "events_expired"));
    await client.settle();
    expect(client.events().map(({ job_id: id }) => id)).toContain(job.id);
    client.close();
  });
});

describe("what a socket cannot take is answered, and the socket stays open", () => {
  const deep = "[".repeat(30_000);
  const BAD: [what: string, message: string | Uint8Array<ArrayBuffer>, code: string][] = [
    ["no JSON", "hello", "invalid_request"],
    ["nothing", "", "invalid_request"],
    ["a list", "[1]", "invalid_request"],
    ["null", "null", "invalid_request"],
    ["depth without end", deep, "invalid_request"],
    ["an unknown event", '{"event":"reboot"}', "invalid_request"],
    ["a field too many", '{"event":"ping","x":1}', "invalid_request"],
    ["__proto__", '{"event":"ping","__proto__":{"x":1}}', "invalid_request"],
    ["a name twice", '{"event":"ping","event":"resume"}', "invalid_request"],
    ["an id that is none", '{"event":"subscribe_job","job_id":"1"}', "invalid_request"],
    ["a job that is not there", '{"event":"subscribe_job","job_id":"01900000-0000-7000-8000-000000000000"}', "not_found"],
    ["a filter that is none", '{"event":"subscribe_all_jobs","filters":{"colour":"red"}}', "invalid_request"],
    ["a status that is none", '{"event":"subscribe_all_jobs","filters":{"status":"late"}}', "invalid_request"],
    ["a number that is none", '{"event":"resume","after":-1}', "invalid_request"],
    ["half a number", '{"event":"resume","after":1.5}', "invalid_request"],
    ["bytes", new Uint8Array([1, 2, 3]), "invalid_request"],
  ];
  test.each(BAD)("%s", async (_what, message, code) => {
    const client = await connect(server.url);
    client.say(message);
    await client.settle();
    expect(client.heard[0]).toMatchObject({ event: "error", code, message: expect.stringMatching(/\.$/) });
    expect(client.heard.at(-1)).toEqual({ event: "pong" });
    client.close();
  });

  test("but a message over 64 KB ends it with 1009, and a flood with 1008", async () => {
    const large = await connect(server.url);
    large.say(`{"event":"ping","x":"${"x".repeat(70_000)}"}`);
    expect((await large.closed).code).toBeOneOf([1009, 1006]);
    const flood = await connect(server.url);
    for (let i = 0; i < 5000; i++) flood.say({ event: "ping" });
    expect((await flood.closed).code).toBe(1008);
  });

  test("and so does a flood of what makes much work", async () => {
    const client = await connect(server.url);
    for (let i = 0; i < 300; i++) client.say({ event: "resume", after: 0 });
    expect((await client.closed).code).toBe(1008);
  });

  test("and a job beyond the thousandth is refused, while those before it are still followed", async () => {
    const jobs = await Promise.all(Array.from({ length: 1001 }, () => server.add()));
    const client = await connect(server.url);
    for (const { id } of jobs) client.say({ event: "subscribe_job", job_id: id });
    await client.settle();
    expect(client.heard.filter(({ snapshot }) => snapshot)).toHaveLength(1000);
    expect(client.heard.filter(({ event }) => event === "error")).toMatchObject([{ code: "too_large" }]);
    for (const { id } of jobs.slice(-2)) await server.change(id, { progress: 1 });
    await client.settle();
    expect(client.events().map(({ job_id: id }) => id)).toEqual([jobs.at(-2)!.id]);
    client.close();
  });
});

describe("a socket is opened", () => {
  const port = new URL(server.url).port;
  const TAKEN: [what: string, headers: Record<string, string>, status: number][] = [
    ["by a page of this server", { origin: server.url }, 101],
    ["by no page", {}, 101],
    ["by the machine's name", { host: `${MACHINE}:${port}`, origin: `http://${MACHINE}:${port}` }, 101],
    ["by a name of the home network", { host: "films.local" }, 101],
    ["not by another site's page", { origin: "https://evil.example" }, 403],
    ["not by a page of another port", { origin: "http://127.0.0.1:1" }, 403],
    ["not by a page without a site", { origin: "null" }, 403],
    ["not by a name that is not ours", { host: "evil.example" }, 421],
  ];
  test.each(TAKEN)("%s", async (_what, headers, status) => {
    const upgrade = {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
      "sec-websocket-version": "13",
    };
    const socket = await Bun.connect({
      hostname: "127.0.0.1",
      port: Number(port),
      socket: { data: (s, data) => s.data.resolve(data.toString()) },
      data: Promise.withResolvers<string>(),
    });
    const lines = Object.entries({ host: `127.0.0.1:${port}`, ...upgrade, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET /ws HTTP/1.1\r\n${lines.join("")}\r\n`);
    expect(await socket.data.promise).toStartWith(`HTTP/1.1 ${status} `);
    socket.end();
  });

  test("and not by plain HTTP", async () => expect((await fetch(`${server.url}/ws`)).status).toBe(426));
});

/** A socket that asks for everything and reads only when it is told to. */
async function openLazy(url: string) {
  const port = Number(new URL(url).port);
  const socket = createConnection({ host: "127.0.0.1", port });
  const key = "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n";
  socket.write(`GET /ws HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: Upgrade\r\nupgrade: websocket\r\n${key}\r\n`);
  await new Promise((resolve) => socket.once("data", resolve));
  socket.pause();
  const text = '{"event":"subscribe_all_jobs","logs":true}';
  socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]));
  const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
  return { socket, closed };
}

describe("a client that cannot keep up is let go, and the others hear everything:", () => {
  const LINES = 1000;
  const line = "x".repeat(20_000);

  async function flood(read: (socket: Socket, told: Promise<void>) => void): Promise<void> {
    const lively = openLiveServer();
    const job = await lively.add();
    const other = await connect(lively.url);
    other.say({ event: "subscribe_all_jobs", logs: true });
    await other.settle();
    const { socket, closed } = await openLazy(lively.url);
    const told = Promise.withResolvers<void>();
    read(socket, told.promise);
    for (let i = 0; i < LINES; i += 10) {
      await Promise.all(Array.from({ length: 10 }, () => lively.log(job.id, line)));
      await Bun.sleep(30);
    }
    await other.until(() => other.events().length === LINES);
    await Bun.sleep(600);
    told.resolve();
    await closed;
    other.close();
    await lively.close();
  }

  test("one that does not read at all, without a word", async () => {
    let end = "";
    await flood((socket, told) => {
      socket.on("data", (bytes: Buffer) => {
        end = bytes.subarray(-40).toString("latin1");
      });
      socket.pause();
      told.then(() => socket.resume());
    });
    expect(end).not.toContain("Too slow");
  });

  test("one that reads too slowly, with 1013", async () => {
    let end: Buffer = Buffer.alloc(0);
    await flood((socket, told) => {
      let pauseMs = 300;
      told.then(() => {
        pauseMs = 0;
      });
      socket.on("data", (bytes: Buffer) => {
        end = Buffer.concat([end, bytes]).subarray(-100);
        socket.pause();
        setTimeout(() => socket.resume(), pauseMs);
      });
      socket.resume();
    });
    const why = "Too slow. Come back and resume.";
    expect(end.subarray(-why.length).toString()).toBe(why);
    expect(end.readUInt16BE(end.length - why.length - 2)).toBe(1013);
  });
});

test("a server that stops ends its sockets with 1001", async () => {
  const ending = openLiveServer();
  const client = await connect(ending.url);
  await ending.close();
  expect(await client.closed).toMatchObject({ code: 1001 });
});
