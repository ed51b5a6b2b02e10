import { describe, expect, test } from "bun:test";
import type { Measure } from "../../../../src/domain/metrics.ts";
import { AnalyticsAnswer } from "../../../../src/server/dialects/mcp/analytics-answers.ts";
import { SECTIONS } from "../../../../src/server/dialects/mcp/analytics-tables.ts";
import { FILM, newJob } from "../../../store/fill.ts";
import { fakeAnalytics } from "../../fake-analytics.ts";
import { START_US } from "../../fake-service.ts";
import { ask, serve } from "../../serving.ts";

/** Names that would be markup, a formula, or turn around what follows. */
const HOSTILE = [
  '=HYPERLINK("http://evil","x")',
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "\u202Eabc",
  "a,b\r\nc",
  "👩‍👩‍👧 & co",
];

const analytics = fakeAnalytics();
await analytics.store.write((tx) => {
  const times = { createdUs: START_US - 100e6, dueUs: START_US - 100e6, startedUs: START_US - 90e6, finishedUs: START_US - 60e6 };
  tx.insertJob(
    newJob({ ...times, status: "completed", waitingFor: null, style: "social", priority: 8, film: { ...FILM, language: "<b>en" } }),
  );
  tx.insertJob(newJob({ ...times, status: "failed", waitingFor: null, style: "cinematic" }));
  tx.insertJob(
    newJob({ createdUs: START_US - 30e6, dueUs: START_US - 30e6, prompt: `<script>alert("prompt")</script>${"x".repeat(20_000)}` }),
  );
  tx.addSamples(
    HOSTILE.map((name) => ({
      timeUs: START_US - 60e6,
      measure: "voice" as const,
      label: { style: "social" as const, priority: 8, name },
      value: 1,
    })),
  );
  tx.addMetrics([{ timeSec: START_US / 1e6 - 60, measure: "depth", label: {}, depths: { pending: 2, rendering: 1 } }]);
  tx.settleSamples(100);
});
const { url, failures } = serve({ analytics });
const get = async (path: string) => {
  const answer = await ask(url, `GET ${path}`);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe("what the Analytics page asks", () => {
  type Row = [path: string, status: number, body: object];
  const counted = (created: number, completed: number, failed: number) => ({
    summary: expect.objectContaining({ created, completed, failed }),
  });
  const ROWS: Row[] = [
    ["/mcp/analytics", 200, { range: "24h", from: "2026-11-19T12:15:00.000000Z", to: "2026-11-20T12:15:00.000000Z", ...counted(3, 1, 1) }],
    ["/mcp/analytics?range=7d", 200, { range: "7d", ...counted(3, 1, 1) }],
    ["/mcp/analytics?range=30d&style=social", 200, counted(1, 1, 0)],
    ["/mcp/analytics?range=90d&priority=5", 200, counted(2, 0, 1)],
    ["/mcp/analytics?priority=8&style=cinematic", 200, counted(0, 0, 0)],
    ["/mcp/analytics?range=1y", 400, { errors: [{ path: "range", message: "must be 24h, 7d, 30d or 90d" }] }],
    ["/mcp/analytics?style=loud", 400, { errors: [expect.objectContaining({ path: "style" })] }],
    ["/mcp/analytics?priority=11", 400, { errors: [expect.objectContaining({ path: "priority" })] }],
    ["/mcp/analytics?format=csv", 400, { errors: [{ path: "format", message: "is not a parameter here" }] }],
    ["/mcp/analytics?range=7d&range=30d", 400, { errors: [{ path: "range", message: "is given more than once" }] }],
    ["/mcp/analytics/stage_time", 200, { section: "stage_time", columns: expect.arrayContaining(["status", "p95_seconds"]) }],
    ["/mcp/analytics/health?range=90d", 200, { range: "90d", rows: expect.arrayContaining([["requests", 0]]) }],
    [
      "/mcp/analytics/cost",
      200,
      {
        rows: expect.arrayContaining([
          ["currency", "EUR"],
          ["compute_seconds", 0],
        ]),
      },
    ],
    ["/mcp/analytics/nothing", 404, { detail: expect.stringContaining("outcomes, queue") }],
    ["/mcp/analytics/__proto__", 404, {}],
    ["/mcp/analytics/outcomes?format=xml", 400, { errors: [{ path: "format", message: "must be json or csv" }] }],
  ];
  test.each(ROWS)("%s answers %d", async (path, status, body) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject(body);
  });

  test("has every bucket of a range, in the shape that is documented", async () => {
    for (const [range, buckets] of [
      ["24h", 96],
      ["7d", 168],
      ["30d", 30],
      ["90d", 90],
    ] as const) {
      const answer = AnalyticsAnswer.parse(JSON.parse((await get(`/mcp/analytics?range=${range}`)).text));
      expect([answer.outcomes.length, answer.queue.buckets.length]).toEqual([buckets, buckets]);
      const sum = (name: "created" | "completed") => answer.outcomes.reduce((total, bucket) => total + bucket[name], 0);
      expect([sum("created"), sum("completed"), answer.outcomes.at(-1)!.partial]).toEqual([3, 1, true]);
      expect(answer.queue.peak?.depth).toBe(3);
    }
  });

  test("comes in every section as CSV, with as many cells in each row", async () => {
    for (const section of SECTIONS) {
      const { status, headers, text } = await get(`/mcp/analytics/${section}?range=7d&format=csv`);
      expect([status, headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8; header=present"]);
      expect(headers.get("content-disposition")).toBe(`attachment; filename="kinora-${section.replaceAll("_", "-")}-7d-2026-11-20.csv"`);
      const rows = readCsv(text);
      expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
      expect(JSON.parse((await get(`/mcp/analytics/${section}?range=7d`)).text).rows.length).toBe(rows.length - 1);
    }
  });
});

describe("a hostile name", () => {
  const cells = HOSTILE.map((name) => (name.startsWith("=") ? `'${name}` : name));

  test("is text in CSV, and no formula", async () => {
    const section = readCsv((await get("/mcp/analytics/activity?format=csv")).text).map(([, name]) => name);
    const report = readCsv((await get("/mcp/reports/daily?format=csv")).text).map(([, row]) => row);
    for (const cell of cells) expect(section).toContain(cell);
    for (const name of HOSTILE) expect(report).toContain(`voices ${name}`);
    for (const cell of [...section, ...report]) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
  });

  test("is text in a report, and no markup", async () => {
    const { text } = await get("/mcp/reports/daily");
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(text).toContain("&lt;b&gt;en");
    expect(text).toContain("<bdi>\u202Eabc</bdi>");
    expect(text).not.toMatch(/<script|<img|<b>|onerror=alert\(1\)>|\sstyle=/);
    expect(text.length).toBeLessThan(60_000);
  });
});

describe("a report", () => {
  const ROWS: [path: string, status: number, body: string][] = [
    ["/mcp/reports/daily", 200, "<h1>Daily report</h1>"],
    ["/mcp/reports/weekly", 200, "16 – 22 November 2026, so far"],
    ["/mcp/reports/monthly", 200, "1 – 30 November 2026, so far"],
    ["/mcp/reports/weekly?date=2026-11-15", 200, "9 – 15 November 2026."],
    ["/mcp/reports/monthly?date=2024-02-29", 200, "1 – 29 February 2024."],
    ["/mcp/reports/daily?format=csv", 200, "section,row,measure,value\r\nreport,,period,daily\r\n"],
    ["/mcp/reports/yearly", 404, "There are daily, weekly, monthly."],
    ["/mcp/reports/daily?date=2026-11-21", 400, "must not lie ahead"],
    ["/mcp/reports/daily?date=2026-02-30", 400, "must be a date"],
    ["/mcp/reports/daily?date=1999-12-31", 400, "must be a date"],
    ["/mcp/reports/daily?format=pdf", 400, "must be html or csv"],
    ["/mcp/reports/daily?range=7d", 400, "is not a parameter here"],
  ];
  test.each(ROWS)("%s answers %d", async (path, status, body) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(body);
  });

  test("is a page without scripts that asks for its own stylesheet alone", async () => {
    const { headers, text } = await get("/mcp/reports/weekly");
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect([...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, to]) => to)).toEqual(["../../icon.svg", "../../report.css"]);
    const css = await get("/report.css");
    expect([css.status, css.headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
    expect(css.text).not.toMatch(/url\(|@import/);
    expect((await ask(url, "GET /report.css", { headers: { "if-none-match": css.headers.get("etag")! } })).status).toBe(304);
  });

  test("says in its table what it draws", async () => {
    const { text } = await get("/mcp/reports/weekly");
    expect(text).toContain('<th scope="row">Fri 20 Nov *</th><td>3</td><td>1</td><td>1</td><td>0</td>');
    expect(text).toContain('aria-label="Jobs that ended: 1 completed, 1 failed, 0 cancelled"');
    expect(text).not.toContain("Sat 21 Nov *");
  });
});

test("answers of the API are timed, with their status; pages and what no call reaches are not", async () => {
  analytics.told.length = 0;
  await get("/mcp/analytics");
  await get("/mcp/analytics?range=1y");
  await get("/mcp/status/0199f3a0-7c1e-7b3a-9c55-2f1d6e8a4b10");
  await get("/api/v1/jobs");
  await get("/report.css");
  await get("/health");
  await get("/nowhere");
  expect(analytics.told.map(([, status]) => status)).toEqual([200, 400, 404, 200]);
  for (const [ms] of analytics.told) expect(ms).toBeGreaterThan(0);
  expect(failures).toEqual([]);
});

test("every measure has a number of its own", async () => {
  const { MEASURE_CODES } = await import("../../../../src/store/metric-codes.ts");
  const codes = Object.values(MEASURE_CODES satisfies Record<Measure, number>);
  expect(new Set(codes).size).toBe(codes.length);
});

/** Cells of RFC 4180 text, read by someone who knows nothing of how it was written. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
