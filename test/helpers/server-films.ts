import { expect } from "bun:test";
import { keptFiles, processesNaming } from "./kinora.ts";
import { type Server, until, untilOver } from "./server.ts";

/** A narration, a scene a line; its film is quick to make. */
export const LINES = [
  "The tide goes out before the sun has risen.",
  "Behind the hills the first light finds the snow.",
  "A forest stands between them in the cold.",
  "Somewhere a city wakes, window after window.",
  "Far above it the planets keep their course.",
  "In the desert the wind draws the same line.",
  "By noon the ocean is bright with small waves.",
  "The mountains hold their breath for a while.",
  "Evening comes to the trees before all others.",
  "And when the last lamp is out the stars return.",
];

/** A film of so many scenes, by default as quick to make as films are. */
export const filmRequest = (scenes: number, more: Record<string, unknown> = {}) => ({
  script: LINES.slice(0, scenes).join("\n\n"),
  scene_count: scenes,
  quality: "480p",
  effort: "draft",
  ...more,
});

/** Submits a film; answers its job's id. */
export async function submitFilm(server: Server, request: Record<string, unknown>, headers: Record<string, string> = {}): Promise<string> {
  const { status, body } = await server.call("POST", "/mcp/generate", { json: request, headers });
  expect({ status, body }).toMatchObject({ status: 202, body: { status: "pending" } });
  return body.job_id;
}

/** Waits until a job's film is done, and fails with its error when it ends otherwise. */
export async function untilCompleted(server: Server, jobId: string): Promise<void> {
  const { status, error } = await untilOver(server, jobId, 90_000);
  expect({ status, error }).toEqual({ status: "completed", error: null });
}

/** Waits until a job has drawn at least so many scenes that its data folder had not before, and an encoder of the next is at work. */
export async function untilDrawing(server: Server, jobId: string, scenes = 1): Promise<void> {
  const before = (await keptFiles(server.data, "render")).size;
  const look = async () => {
    const { status, error } = (await server.call("GET", `/mcp/status/${jobId}`)).body;
    if (status === "failed") throw new Error(error);
    return { status, drawn: (await keptFiles(server.data, "render")).size - before, children: await childrenOf(server) };
  };
  await until(look, ({ status, drawn, children }) => status === "rendering" && drawn >= scenes && children.length > 0, 60_000);
}

/** What programs are at work in a server's data folder, itself aside. */
export async function childrenOf({ data, pid }: Pick<Server, "data" | "pid">): Promise<string[]> {
  return (await processesNaming(data)).filter((line) => !line.startsWith(`${pid} `));
}
