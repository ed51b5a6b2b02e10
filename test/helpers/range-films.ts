import { Aspect } from "../../src/domain/frame.ts";
import { LANGUAGES, READY_STYLES } from "../../src/domain/job.ts";
import type { QualityReport } from "../../src/domain/quality.ts";
import type { Place } from "./kinora.ts";
import { coverPairs, type Row } from "./pairwise.ts";

/** Short films, one for each row: every pair of style, shape and language that films are made in. */
export const RANGE: Row[] = coverPairs({ language: LANGUAGES, style: READY_STYLES, aspect: Aspect.options });

/** What the films are about, in each language: common subjects, things to be defined, and what no dictionary knows. */
const PROMPTS: Record<string, string[]> = {
  en: [
    "A sunset over the ocean",
    "How volcanoes work",
    "The night train to the mountains",
    "Bees in my garden",
    "Winter in the city",
    "Our plans for Brindlewick",
  ],
  es: [
    "Una puesta de sol sobre el mar",
    "Cómo funcionan los volcanes",
    "El tren nocturno a las montañas",
    "Abejas en mi jardín",
    "Invierno en la ciudad",
    "Nuestros planes para Brindlewick",
  ],
  fr: [
    "Un coucher de soleil sur l'océan",
    "Comment fonctionnent les volcans",
    "Le train de nuit vers les montagnes",
    "Des abeilles dans mon jardin",
    "L'hiver en ville",
    "Nos projets pour Brindlewick",
  ],
  de: [
    "Ein Sonnenuntergang über dem Meer",
    "Wie Vulkane entstehen",
    "Der Nachtzug in die Berge",
    "Bienen in meinem Garten",
    "Winter in der Stadt",
    "Unsere Pläne für Brindlewick",
  ],
  ja: ["海に沈む夕日", "火山のしくみ", "山へ向かう夜行列車", "庭のミツバチ", "街の冬", "森の静かな朝"],
  zh: ["海上的日落", "火山是如何形成的", "开往山区的夜车", "花园里的蜜蜂", "城市的冬天", "森林里安静的早晨"],
};

/** A film of the range by number: what it is about differs from row to row. */
export function rangePrompt({ language }: Row, index: number): string {
  const prompts = PROMPTS[language!] ?? PROMPTS.en!;
  return prompts[(index + Math.floor(index / prompts.length)) % prompts.length]!;
}

/** What came of a film: its report, or why there is none. */
export type RangeOutcome = { passed: boolean; failed: string[]; durationSec?: number; notes: string[] };

/** Makes a film of the range in a place: 480p, draft, some ten seconds. */
export async function makeRangeFilm(place: Place, row: Row, index: number): Promise<RangeOutcome> {
  const { style, aspect, language } = row as { style: string; aspect: string; language: string };
  const shape = ["--style", style, "--aspect", aspect, "--language", language, "--quality", "480p", "--effort", "draft"];
  const asked = [rangePrompt(row, index), ...shape, "--duration-target", "10", "--json", "--out", `range-${index}.mp4`];
  const { code, stdout, stderr } = await place.run(["make", ...asked]);
  const last = JSON.parse(stdout.trim().split("\n").at(-1) || "{}");
  if (code !== 0) return { passed: false, failed: [`exit ${code}: ${last.error ?? last.message ?? stderr.trim()}`], notes: [] };
  const report: QualityReport = last.quality_report;
  const failed = report.checks.filter((check) => !check.passed && !check.informational);
  return {
    passed: report.passed,
    failed: failed.map(({ name, value, unit, limit }) => `${name} ${value} ${unit} (${limit})`),
    durationSec: last.duration,
    notes: last.notes ?? [],
  };
}
