import { describe, expect, test } from "bun:test";
import { resolveRequest } from "../../../src/domain/job.ts";
import { filmCredits, filmDetails, hasOwnMedia } from "../../../src/pipeline/create/details.ts";
import { board, context, request, timelineOf } from "./film.ts";

const fish = { visual: { kind: "scenery", setting: "ocean", palette: "day", subjects: [{ word: "fish", picture: "fish" }] } };
const picture = { visual: { kind: "picture", path: "/a.png" } };

describe("credits", () => {
  test.each([
    ["scenery and music", board([{}]), {}, ["Scenery", "Music"]],
    ["pictures of things", board([fish, fish]), {}, ["Scenery", "Subject pictures", "Music"]],
    ["facts", board([{}], { origin: "wordnet" }), { music: "off" }, ["Scenery", "Facts"]],
    ["no one but oneself", board([picture], { music: { path: "/a.mp3" } }), {}, []],
    [
      "those in the storyboard, not twice",
      board([{}], { credits: [{ what: "Scenery", author: "Me", licence: "mine" }] }),
      {},
      ["Scenery", "Music"],
    ],
  ])("are owed for %s", (_what, storyboard, asked, expected) => {
    expect(filmCredits(storyboard, request(asked)).map(({ what }) => what)).toEqual(expected);
  });
});

test.each([
  [board([{}]), false],
  [board([{}, picture]), true],
  [board([{ sound: { path: "/a.wav" } }]), true],
  [board([{}], { music: { path: "/a.mp3" } }), true],
])("what is one's own is known", (storyboard, own) => expect(hasOwnMedia(storyboard)).toBe(own));

describe("film.json", () => {
  const storyboard = board([{ narration: "One two three." }, picture], { origin: "visual", notes: ["A note."] });
  const artifacts = { plan: storyboard, timeline: timelineOf(storyboard) };
  const detailsOf = (asked: object) => filmDetails(context(request(asked), artifacts), { passed: true, checks: [] }, ["A note."]);
  const again = (details: ReturnType<typeof filmDetails>) =>
    resolveRequest({ ...details.parameters, storyboard: JSON.parse(JSON.stringify(details.storyboard)) });

  test.each([
    ["a prompt", { prompt: "A lake", aspect: "9:16", quality: "480p", music: "calm", title: "Mine" }, 60],
    ["a prompt with a length", { prompt: "A lake", duration_target: 20, voice: "flite-rms" }, 20],
    ["a script, whose length is its own", { duration_target: 20, captions: "off" }, undefined],
    ["a storyboard", { storyboard: { scenes: [{ narration: "Hello" }] }, fps: 25 }, undefined],
  ])("asks for the same film as %s", (_what, asked, target) => {
    const given = request(asked);
    const repeated = again(detailsOf(asked));
    const { prompt: _p, script: _s, storyboard: _b, duration_target: _d, ...parameters } = given;
    expect(repeated).toMatchObject({ ...parameters, language: "en", seed: given.seed });
    expect(repeated.duration_target).toBe(target);
    expect(repeated.storyboard).toMatchObject({ scenes: storyboard.scenes, title: storyboard.title, origin: "visual" });
  });

  test("made from its own film.json it says the same but for what it was made from", () => {
    const first = detailsOf({ prompt: "A lake" });
    const second = filmDetails(context(again(first), artifacts), { passed: true, checks: [] }, ["A note."]);
    expect({ ...second, made_from: first.made_from }).toEqual(first);
    expect(second.made_from).toEqual({ storyboard: true });
  });

  test("says where each scene and voice stands, in seconds", () => {
    const { timeline } = detailsOf({});
    expect(timeline.scenes[1]!.start).toBeCloseTo(timeline.scenes[0]!.duration, 9);
    expect(timeline.scenes[0]!.voice_start).toBeGreaterThan(0);
    expect(timeline.scenes[1]).not.toHaveProperty("voice_start");
    expect(timeline.duration).toBe(timeline.frames / timeline.fps);
  });
});
