import { type JobQuery, MOST_COUNTED } from "../domain/job-query.ts";
import type { Connection } from "./connection.ts";
import { allOf, type Condition, dateConditions, facetCondition, facetNames, type ListFilter } from "./list-filter.ts";
import { orderOf } from "./list-plan.ts";
import { toMatch } from "./words.ts";

type Found = { seqs: number[]; total: number; isExact: boolean };

const NOTHING: Found = { seqs: [], total: 0, isExact: true };
const ID_START = /^[0-9a-f]{8}[0-9a-f-]{0,28}$/i;

/** Finds jobs by the beginning of their id or by words. Of more than `MOST_COUNTED` jobs the newest so many are sorted and paged. */
export function openSearch(db: Connection) {
  const byId = (start: string, conditions: Condition[], most: number): number[] => {
    const { text, values } = allOf([{ text: "id >= ? AND id < ?", values: [start, `${start}~`] }, ...conditions]);
    return seqs(`SELECT seq FROM jobs WHERE ${text} ORDER BY id DESC LIMIT ?`, [...values, most]);
  };

  const byWords = (match: string, conditions: Condition[], most: number): number[] => {
    const { text, values } = allOf(conditions);
    const join =
      conditions.length > 0 ? ` CROSS JOIN jobs ON seq = job_words.rowid WHERE job_words MATCH ? AND ${text}` : " WHERE job_words MATCH ?";
    return seqs(`SELECT job_words.rowid AS seq FROM job_words${join} ORDER BY job_words.rowid DESC LIMIT ?`, [match, ...values, most]);
  };

  const seqs = (text: string, values: (string | number)[]): number[] =>
    db
      .statement<{ seq: number }>(text)
      .all(...values)
      .map(({ seq }) => seq);

  const find = (search: string, conditions: Condition[], most: number): number[] => {
    if (ID_START.test(search)) {
      const found = byId(search.toLowerCase(), conditions, most);
      if (found.length > 0) return found;
    }
    const match = toMatch(search);
    return match === undefined ? [] : byWords(match, conditions, most);
  };

  return (query: JobQuery, search: string, filter: ListFilter): Found => {
    const found = find(search.trim(), conditionsOf(filter), MOST_COUNTED + 1);
    if (found.length === 0) return NOTHING;
    const isExact = found.length <= MOST_COUNTED;
    const kept = JSON.stringify(found.slice(0, MOST_COUNTED));
    const page = seqs(
      `SELECT seq FROM jobs WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY ${orderOf(query, query.descending)} LIMIT ? OFFSET ?`,
      [kept, Math.max(0, query.limit), query.offset],
    );
    return { seqs: page, total: Math.min(found.length, MOST_COUNTED), isExact };
  };
}

function conditionsOf(filter: ListFilter): Condition[] {
  const rest = facetCondition(filter, facetNames(filter));
  const ofUser = filter.userId === undefined ? [] : [{ text: "user_id = ?", values: [filter.userId] }];
  return [...(rest ? [rest] : []), ...ofUser, ...dateConditions(filter)];
}
