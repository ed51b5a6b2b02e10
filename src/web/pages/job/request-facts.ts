import type { FilmRequest } from "../../../client/words.ts";
import { sayMany, sayMoment, saySeconds } from "../../say.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

const sayCaptions = (captions: FilmRequest["captions"]): string => {
  const look = typeof captions === "object" ? `${captions.look ?? "auto"}, adjusted` : (captions ?? "auto");
  return look === "auto" ? "captions of the style" : look === "off" ? "no captions" : `${look} captions`;
};

const sayMusic = (music: FilmRequest["music"]): string =>
  music === "off" ? "no music" : music === undefined || music === "auto" ? "music of the style" : `${music} music`;

/** What was asked for, as pairs of a name and what it is. `plannedSec` is how long all scenes are. */
export function listFacts(request: FilmRequest, plannedSec: number | null): [name: string, value: string][] {
  const { style = "cinematic", aspect = "16:9", quality = "720p", fps = 30, effort = "standard", duration_target, scene_count } = request;
  const asked = duration_target === undefined ? null : `${saySeconds(duration_target)} asked`;
  const planned = plannedSec === null ? null : `${saySeconds(plannedSec)} planned`;
  const length = [asked, planned, scene_count ? sayMany(scene_count, "scene") : null].filter((part) => part !== null);
  const facts: [string, string | null | undefined][] = [
    ["Style", `${capital(style)}, ${aspect}`],
    ["Picture", `${quality}, ${fps} fps, ${effort}`],
    ["Length", length.length > 0 ? length.join(", ") : "As long as the words take"],
    ["Voice", [request.voice ?? "The language's own", request.language && nameOf(request.language)].filter(Boolean).join(", ")],
    ["Sound, captions", capital(`${sayMusic(request.music)}, ${sayCaptions(request.captions)}`)],
    ["Seed", request.seed === undefined ? "From the request" : String(request.seed)],
    ["Callback", request.callback_url],
    ["Review", request.review ? "Stops after planning" : null],
    ["Not before", request.run_at && sayMoment(new Date(request.run_at))],
  ];
  return facts.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}
