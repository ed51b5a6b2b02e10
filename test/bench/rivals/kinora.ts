/**
 * bun kinora.ts URL JOBS IN_FLIGHT: submits no-op jobs one by one from so many connections, waits until the server counts all as completed,
 * prints when it began and ended (ms since 1970) as JSON.
 */
import { connect, request, sendAll } from "../requests.ts";

const [url = "", jobs = "", inFlight = ""] = process.argv.slice(2);
const watcher = await connect(url);
const ask = request(url, "GET", "/mcp/jobs?limit=1");
const completed = async (): Promise<number> => JSON.parse((await watcher.send(ask)).body).summary.completed;

const before = await completed();
const started = Date.now();
const submit = (index: number) => request(url, "POST", "/mcp/generate", { kind: "noop", prompt: `No-op ${index}` });
const sent = sendAll(url, Number(inFlight), Number(jobs), submit, 202);
while ((await completed()) < before + Number(jobs)) await Bun.sleep(20);
const ended = Date.now();
await sent;
console.log(JSON.stringify({ started, ended }));
process.exit(0);
