import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KinoraError } from "../../../../src/domain/error.ts";
import { ask, serve, VOICES } from "../../serving.ts";

const folder = mkdtempSync(join(tmpdir(), "kinora-choices-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "sample.wav");
writeFileSync(file, "RIFF0123456789");

const { url } = serve({
  samples: {
    async find(voice, language) {
      if (voice === "slow") throw new KinoraError("queue_closed", "Nobody was free.", { retryAfterSec: 5 });
      if (voice !== "flite-slt") throw new KinoraError("not_found", "There is no such voice.");
      if (language === "fr") throw new KinoraError("invalid_request", "language is not spoken.");
      return { file, tag: "t1" };
    },
  },
});

test("the voices and all else to choose from are listed", async () => {
  expect(await (await ask(url, "GET /mcp/voices")).json()).toEqual({ voices: VOICES });
  const choices = (await (await ask(url, "GET /mcp/styles")).json()) as Record<string, unknown[]>;
  expect(Object.keys(choices)).toEqual(["styles", "languages", "captions", "music", "qualities"]);
  expect(choices.styles![0]).toEqual({ id: "cinematic", name: "Cinematic", description: "Wide landscapes" });
  expect(choices.music).toEqual(["auto", "calm", "uplifting", "dramatic", "mysterious", "playful", "melancholic", "off"]);
});

describe("a sample", () => {
  test("comes as sound that may be kept", async () => {
    const answer = await ask(url, "GET /mcp/voices/flite-slt/sample?language=en");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("audio/wav");
    expect(answer.headers.get("etag")).toBe('"t1"');
    expect(answer.headers.get("cache-control")).toContain("max-age=604800");
    expect(await answer.text()).toBe("RIFF0123456789");
  });

  const CASES: [line: string, headers: Record<string, string>, status: number][] = [
    ["GET /mcp/voices/flite-slt/sample", { "if-none-match": '"t1"' }, 304],
    ["GET /mcp/voices/flite-slt/sample", { range: "bytes=0-3" }, 206],
    ["HEAD /mcp/voices/flite-slt/sample", {}, 200],
    ["GET /mcp/voices/flite-slt/sample?language=fr", {}, 400],
    ["GET /mcp/voices/flite-slt/sample?language=", {}, 400],
    ["GET /mcp/voices/flite-slt/sample?lang=en", {}, 400],
    ["GET /mcp/voices/..%2f..%2fetc/sample", {}, 404],
    ["GET /mcp/voices/nobody/sample", {}, 404],
    ["GET /mcp/voices/slow/sample", {}, 503],
    ["POST /mcp/voices", {}, 405],
  ];
  test.each(CASES)("%s %j answers %d", async (line, headers, status) => {
    const answer = await ask(url, line, { headers });
    expect(answer.status).toBe(status);
    if (status === 503) expect(answer.headers.get("retry-after")).toBe("5");
  });
});
