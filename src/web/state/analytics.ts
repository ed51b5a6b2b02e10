import { signal } from "@preact/signals";
import { type Analytics, type AnalyticsQuery, getAnalytics } from "../../client/analytics.ts";
import { baseUrl } from "../router.ts";

type Answer = { data: Analytics | null; error: unknown };

const NOTHING: Answer = { data: null, error: undefined };
const MOST_KEPT = 8;
const answers = signal<ReadonlyMap<string, Answer>>(new Map());

const keyOf = ({ range = "24h", style = undefined, priority = undefined }: AnalyticsQuery): string => `${range} ${style} ${priority}`;

/** The newest answer to a question: what was measured, and why a later asking failed. */
export const analyticsOf = (query: AnalyticsQuery): Answer => answers.value.get(keyOf(query)) ?? NOTHING;

/** Asks what was measured. What was known stays when that fails. */
export async function askAnalytics(query: AnalyticsQuery, signal?: AbortSignal): Promise<void> {
  try {
    keep(query, { data: await getAnalytics(query, { baseUrl, ...(signal && { signal }) }), error: undefined });
  } catch (error) {
    if (!signal?.aborted) keep(query, { ...(answers.peek().get(keyOf(query)) ?? NOTHING), error });
  }
}

function keep(query: AnalyticsQuery, answer: Answer): void {
  const key = keyOf(query);
  const others = [...answers.peek()].filter(([name]) => name !== key).slice(-(MOST_KEPT - 1));
  answers.value = new Map([...others, [key, answer]]);
}
