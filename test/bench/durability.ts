/**
 * Whether an answer to a submission waits for the disk: runs the server under strace and shows, for each 202, that between the request's
 * arrival and the answer's leaving the database's log was written and a sync of it both began and succeeded. A kill alone cannot prove that,
 * since what a killed process has written survives it. `bun test/bench/durability.ts [SUBMISSIONS]`; KINORA names the program.
 * Fails without strace.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { newDataFolder, removeDataFolder, startServer } from "../helpers/server.ts";
import { request, sendAll } from "./requests.ts";

const count = Number(process.argv[2] ?? 200);
if (!Bun.which("strace")) {
  console.error("There is no strace here; without it this cannot be shown. On Debian: apt-get install strace");
  process.exit(3);
}

/** A system call that matters. `from` and `to` are seconds; `end` is where a sync began, by line, for one that succeeded. */
type Call = { line: number; kind: "came" | "written" | "sync" | "answered"; socket?: string; began: number };

const data = await newDataFolder();
const trace = join(data, "trace");
const calls = "trace=fsync,fdatasync,pwrite64,pwritev,write,writev,sendto,sendmsg,recvfrom,recvmsg,read";
const strace = ["strace", "-f", "-y", "-s", "64", "-o", trace, "-e", calls];
const server = await startServer({ data, before: strace });
const submit = (index: number) => request(server.url, "POST", "/mcp/generate", { kind: "noop", prompt: `No-op ${index}` });
await sendAll(server.url, 1, count, submit, 202);
await sendAll(server.url, 16, count, submit, 202);
// The tracer passes no signal on: the program itself is told to end.
process.kill(childOf(server.pid), "SIGTERM");
await server.exited;

const found = readCalls((await Bun.file(trace).text()).split("\n"));
const [answers, unproven] = judge(found);
console.log(`answers of status 202            ${answers} of ${2 * count}`);
console.log(`syncs of the database's log      ${found.filter(({ kind }) => kind === "sync").length}`);
console.log(`answers that no sync came before ${unproven.length}`);
for (const { line } of unproven.slice(0, 5)) console.log(`  line ${line + 1} of ${trace}`);
const proven = unproven.length === 0 && answers === 2 * count;
if (proven) await removeDataFolder(data);
process.exit(proven ? 0 : 1);

function childOf(pid: number): number {
  const [child] = readdirSync(`/proc/${pid}/task`).flatMap((task) => readChildren(pid, task));
  return child ?? pid;
}

function readChildren(pid: number, task: string): number[] {
  const { stdout } = Bun.spawnSync(["cat", `/proc/${pid}/task/${task}/children`]);
  return stdout.toString().trim().split(" ").filter(Boolean).map(Number);
}

/** What strace has written, one call a line; a call that another interrupts stands in two lines, "unfinished" and "resumed". */
function readCalls(lines: string[]): Call[] {
  const open = new Map<string, { text: string; line: number }>();
  const read: Call[] = [];
  for (const [line, text] of lines.entries()) {
    const [, pid = "", rest = ""] = /^(\d+) +(.*)$/.exec(text) ?? [];
    if (rest.endsWith("<unfinished ...>")) {
      open.set(pid, { text: rest.replace(" <unfinished ...>", ""), line });
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)?.[1];
    const begun = resumed === undefined ? undefined : open.get(pid);
    const call = toCall(begun ? begun.text + resumed : rest);
    // What is sent leaves when its call begins, what comes is there when its call ends.
    if (call) read.push({ ...call, line: call.kind === "answered" && begun ? begun.line : line, began: begun?.line ?? line });
  }
  return read.sort((a, b) => a.line - b.line);
}

function toCall(text: string): Pick<Call, "kind" | "socket"> | undefined {
  if (/^(fsync|fdatasync)\(\d+<[^>]*-wal>\) += 0/.test(text)) return { kind: "sync" };
  if (/^pwrite(64|v)\(\d+<[^>]*-wal>/.test(text)) return { kind: "written" };
  const socket = /^\w+\((\d+<[^>]*>)/.exec(text)?.[1];
  if (!socket) return undefined;
  if (/^(recvfrom|recvmsg|read)\(/.test(text) && text.includes("POST /mcp/generate")) return { kind: "came", socket };
  if (/^(sendto|sendmsg|write|writev)\(/.test(text) && text.includes("HTTP/1.1 202")) return { kind: "answered", socket };
  return undefined;
}

/** How many answers there are, and those that left before a write of the log and a sync begun after their request came had ended. */
function judge(calls: Call[]): [number, Call[]] {
  const came = new Map<string, number>();
  let answers = 0;
  const unproven: Call[] = [];
  for (const call of calls) {
    if (call.kind === "came") came.set(call.socket!, call.line);
    if (call.kind !== "answered") continue;
    answers++;
    const since = came.get(call.socket!) ?? Number.POSITIVE_INFINITY;
    const written = calls.find(({ kind, line }) => kind === "written" && line > since && line < call.line);
    const synced = written && calls.find(({ kind, began, line }) => kind === "sync" && began > written.line && line < call.line);
    if (!synced) unproven.push(call);
  }
  return [answers, unproven];
}
