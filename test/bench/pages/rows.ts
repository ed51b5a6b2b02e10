import type { ServerWebSocket } from "bun";
import type { CDPSession } from "playwright-core";
import { openChromium } from "../../client/chromium.ts";

const ROWS = 100;
const PER_SEC = 20;
const SEC = 10;
const STEPS = ["scene_planning", "asset_retrieval", "tts_generation", "audio_processing", "rendering"];
const nameOf = (row: number): string => `01a1fac2-67d8-745a-a397-${String(1e11 + ROWS - row).padStart(12, "0")}`;

/** A list of 100 jobs, every one of which is told of 20 times a second: the main thread's share of the time, and whether keys are answered meanwhile. */
export async function benchRows(url: string): Promise<void> {
  const server = openTeller(url);
  const browser = await openChromium();
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 940 } })).newPage();
  await page.goto(`${server.url}jobs?limit=100`);
  await page.waitForSelector("tbody tr[data-id]");
  await page.waitForTimeout(2500);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await readMetrics(session);
  const began = performance.now();
  let typed = 0;
  while (performance.now() - began < SEC * 1000) {
    await page.keyboard.press("j");
    typed++;
    await page.waitForTimeout(150);
  }
  const after = await readMetrics(session);
  const at = await page.evaluate(() => {
    const row = document.activeElement?.closest("tr");
    return row ? [...document.querySelectorAll("tbody tr")].indexOf(row) + 1 : 0;
  });
  const share = (name: string) => ((((after[name] ?? 0) - (before[name] ?? 0)) / ((performance.now() - began) / 1000)) * 100).toFixed(1);
  console.log(
    `${ROWS} rows, ${ROWS * PER_SEC} events a second: main thread ${share("TaskDuration")} %, scripts ${share("ScriptDuration")} %`,
  );
  console.log(`${typed} keys pressed, the cursor is on row ${at}; heap ${((after.JSHeapUsedSize ?? 0) / 1e6).toFixed(0)} MB`);
  await browser.close();
  await server.stop(true);
}

async function readMetrics(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** The pages of a real server, with a list and a socket of our own. */
function openTeller(real: string) {
  return Bun.serve({
    port: 0,
    async fetch(request, server) {
      const { pathname, search } = new URL(request.url);
      if (pathname === "/ws") return server.upgrade(request, { data: undefined }) ? undefined : new Response(null, { status: 400 });
      if (pathname === "/mcp/jobs") return Response.json(listJobs());
      return fetch(real + pathname + search, { headers: { "accept-encoding": "identity" } });
    },
    websocket: { message: () => undefined, open: tell },
  });
}

function tell(socket: ServerWebSocket<unknown>): void {
  let [seq, round] = [1000, 0];
  const timer = setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) return clearInterval(timer);
    round++;
    for (let row = 0; row < ROWS; row++) {
      const overall_progress = Math.min(99, (round / (PER_SEC * 40)) * 100 + row / 100);
      const status = STEPS[Math.floor(round / PER_SEC / 5) % STEPS.length];
      const told = { event: "job_status_update", seq: seq++, job_id: nameOf(row), status, waiting_for: null, overall_progress };
      socket.send(JSON.stringify({ ...told, current_step: `Scene ${round % 8}`, estimated_time_remaining: 60 - round / PER_SEC }));
    }
  }, 1000 / PER_SEC);
}

function listJobs() {
  const now = new Date().toISOString();
  const none = {
    title: null,
    waiting_for: null,
    queue_position: null,
    finished_at: null,
    thumbnail_url: null,
    video_url: null,
    bytes: null,
  };
  const jobs = Array.from({ length: ROWS }, (_, row) => ({
    ...{ ...none, duration: null, error: null, error_code: null },
    ...{ job_id: nameOf(row), kind: "generate", prompt: `Job ${row}: a sunset over the ocean`, status: "rendering", style: "cinematic" },
    ...{ overall_progress: 1, duration_target: 60, priority: 5, estimated_time_remaining: 60, scenes: [5, 7, 6, 8, 5, 7, 9, 6] },
    ...{ created_at: now, updated_at: now, started_at: now },
  }));
  const pagination = { total: ROWS, total_is_exact: true, limit: 100, offset: 0, page: 1, pages: 1 };
  return { jobs, pagination, summary: { total_jobs: ROWS, completed: 0, failed: 0, in_progress: ROWS, pending: 0, cancelled: 0 } };
}
