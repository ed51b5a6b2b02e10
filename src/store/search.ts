import { type JobQuery, MOST_COUNTED } from "../domain/job-query.ts";
import type { Connection } from "./connection.ts";
import { allOf, type Condition, dateConditions, facetCondition, facetNames, type ListFilter } from "./list-filter.ts";
import { orderOf } from "./list-plan.ts";
import { mixesOf } from "./list-sizes.ts";
import type { FacetCounts } from "./totals.ts";
import { hasPhrases, toMatch, toPhrases } from "./words.ts";

type Found = { seqs: number[]; total: number; isExact: boolean };
type Text = { seq: number; prompt: string; title: string | null };

const NOTHING: Found = { seqs: [], total: 0, isExact: true };
/** What may be the beginning of a job's id: 8 characters of it or more. */
export const ID_START = /^[0-9a-f]{8}[0-9a-f-]{0,28}$/i;
/** Of so few jobs the words are read rather than looked up. */
const FEW = 5000;

/** Finds jobs by the beginning of their id or by words. Of more than `MOST_COUNTED` jobs the newest so many are sorted and paged. */
export function openSearch(db: Connection) {
  const byId = (start: string, filter: ListFilter): number[] => {
    const { text, values } = allOf([{ text: "id >= ? AND id < ?", values: [start, `${start}~`] }, ...conditionsOf(filter)]);
    return seqs(`SELECT seq FROM jobs WHERE ${text} ORDER BY id DESC LIMIT ${MOST_COUNTED + 1}`, values);
  };

  const byWords = (phrases: string[], filter: ListFilter): number[] => {
    const conditions = conditionsOf(filter);
    const { text, values } = allOf(conditions);
    const join =
      conditions.length > 0 ? ` CROSS JOIN jobs ON seq = job_words.rowid WHERE job_words MATCH ? AND ${text}` : " WHERE job_words MATCH ?";
    const select = `SELECT job_words.rowid AS seq FROM job_words${join} ORDER BY job_words.rowid DESC LIMIT ${MOST_COUNTED + 1}`;
    return seqs(select, [toMatch(phrases), ...values]);
  };

  const byReading = (phrases: string[], filter: ListFilter, mixes: readonly number[]): number[] => {
    const conditions = [{ text: "facets IN (SELECT value FROM json_each(?))", values: [JSON.stringify(mixes)] }, ...dateConditions(filter)];
    const { text, values } = allOf(conditions);
    const few = db.statement<Text>(`SELECT seq, prompt, title FROM jobs INDEXED BY jobs_facets WHERE ${text}`).all(...values);
    const found = few.filter(({ prompt, title }) => hasPhrases(`${prompt} ${title ?? ""}`, phrases)).map(({ seq }) => seq);
    return found.sort((a, b) => b - a).slice(0, MOST_COUNTED + 1);
  };

  const seqs = (text: string, values: (string | number)[]): number[] =>
    db
      .statement<{ seq: number }>(text)
      .all(...values)
      .map(({ seq }) => seq);

  const find = (search: string, filter: ListFilter, facets: FacetCounts): number[] => {
    if (ID_START.test(search)) {
      const found = byId(search.toLowerCase(), filter);
      if (found.length > 0) return found;
    }
    const phrases = toPhrases(search);
    if (phrases.length === 0) return [];
    if (facetNames(filter).length === 0 || filter.userId !== undefined) return byWords(phrases, filter);
    const { mixed, mixes } = mixesOf(filter, facets);
    return mixed > FEW ? byWords(phrases, filter) : byReading(phrases, filter, mixes);
  };

  return (query: JobQuery, search: string, filter: ListFilter, facets: FacetCounts): Found => {
    const found = find(search.trim(), filter, facets);
    if (found.length === 0) return NOTHING;
    const isExact = found.length <= MOST_COUNTED;
    const kept = JSON.stringify(found.slice(0, MOST_COUNTED));
    const order = orderOf(query, query.descending);
    const page = seqs(`SELECT seq FROM jobs WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY ${order} LIMIT ? OFFSET ?`, [
      kept,
      Math.max(0, query.limit),
      query.offset,
    ]);
    return { seqs: page, total: Math.min(found.length, MOST_COUNTED), isExact };
  };
}

/** What a filter says of a row, but for its search. */
export function conditionsOf(filter: ListFilter): Condition[] {
  const facets = facetCondition(filter, facetNames(filter));
  const ofUser = filter.userId === undefined ? [] : [{ text: "user_id = ?", values: [filter.userId] }];
  return [...(facets ? [facets] : []), ...ofUser, ...dateConditions(filter)];
}
