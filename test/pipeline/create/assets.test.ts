import { expect, test } from "bun:test";
import { filesNeeded } from "../../../src/pipeline/create/assets.ts";
import { board } from "./film.ts";

test("every file of one's own is looked for, as what it is used as", () => {
  const storyboard = board(
    [
      { visual: { kind: "picture", path: "/a.png" }, sound: { path: "/a.wav" } },
      {},
      { visual: { kind: "clip", path: "/b.mp4" }, sound: { path: "/b.mp4" } },
    ],
    { music: { path: "/c.mp3" } },
  );
  expect(filesNeeded(storyboard).map(({ path, stream }) => `${stream} ${path}`)).toEqual([
    "video /a.png",
    "video /b.mp4",
    "audio /a.wav",
    "audio /b.mp4",
    "audio /c.mp3",
  ]);
});
