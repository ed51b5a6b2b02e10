import type { JobFilter } from "../domain/job-query.ts";
import type { Connection } from "./connection.ts";
import { allOf, type Condition, dateConditions, type Facet, facetCondition, facetNames, type ListFilter, toFilter } from "./list-filter.ts";
import { conditionsOf, ID_START } from "./search.ts";
import { toMatch, toPhrases } from "./words.ts";

/** How many entries of an index a step brings at most, some milliseconds of work. */
const STEP = 2000;
/** Fields that have an index by age below each of their values, those that narrow most first. */
const INDICES: [Facet, string][] = [
  ["status", "jobs_status_created"],
  ["style", "jobs_style_created"],
  ["priority", "jobs_priority"],
  ["kind", "jobs_kind_created"],
];

type Place = { seq: number; created_us: number };

/**
 * Answers how to walk through all jobs that pass a filter, the oldest first, by their numbers. Each step is short, however few pass; it sees what is
 * stored then, so that jobs which change meanwhile may be met or not, but none twice.
 */
export function openWalk(db: Connection) {
  function* byAge(filter: ListFilter): Generator<number[], void> {
    const { index, below, rest } = wayOf(filter);
    const conditions = [...below, ...rest, ...dateConditions(filter)];
    let last: Place = { created_us: Number.MIN_SAFE_INTEGER, seq: 0 };
    for (;;) {
      const after = { text: "(created_us, seq) > (?, ?)", values: [last.created_us, last.seq] };
      const { text, values } = allOf([...conditions, after]);
      const query = `SELECT seq, created_us FROM jobs INDEXED BY ${index} WHERE ${text} ORDER BY created_us, seq LIMIT ${STEP}`;
      const places = db.statement<Place>(query).all(...values);
      yield places.map(({ seq }) => seq);
      if (places.length < STEP) return;
      last = places.at(-1)!;
    }
  }

  function* byWords(search: string, filter: ListFilter): Generator<number[], void> {
    const phrases = toPhrases(search);
    if (phrases.length === 0) return;
    const step = db.statement<{ seq: number }>(
      `SELECT rowid AS seq FROM job_words WHERE job_words MATCH ? AND rowid > ? ORDER BY rowid LIMIT ${STEP}`,
    );
    for (let after = 0; ; ) {
      const found = step.all(toMatch(phrases), after).map(({ seq }) => seq);
      yield narrow(found, filter);
      if (found.length < STEP) return;
      after = found.at(-1)!;
    }
  }

  function* byId(start: string, filter: ListFilter): Generator<number[], void> {
    const step = db.statement<{ seq: number; id: string }>(`SELECT seq, id FROM jobs WHERE id >= ? AND id < ? ORDER BY id LIMIT ${STEP}`);
    for (let from = start; ; ) {
      const found = step.all(from, `${start}~`);
      yield narrow(
        found.map(({ seq }) => seq),
        filter,
      );
      if (found.length < STEP) return;
      from = `${found.at(-1)!.id}!`;
    }
  }

  const narrow = (seqs: number[], filter: ListFilter): number[] => {
    const conditions = conditionsOf(filter);
    if (conditions.length === 0 || seqs.length === 0) return seqs;
    const { text, values } = allOf(conditions);
    return db
      .statement<{ seq: number }>(`SELECT seq FROM jobs WHERE seq IN (SELECT value FROM json_each(?)) AND ${text} ORDER BY seq`)
      .all(JSON.stringify(seqs), ...values)
      .map(({ seq }) => seq);
  };

  const hasId = (start: string, filter: ListFilter): boolean => {
    const { text, values } = allOf([{ text: "id >= ? AND id < ?", values: [start, `${start}~`] }, ...conditionsOf(filter)]);
    return db.statement<{ seq: number }>(`SELECT seq FROM jobs WHERE ${text} LIMIT 1`).get(...values) !== null;
  };

  return function* (asked: JobFilter): Generator<number[], void> {
    const filter = toFilter(asked);
    const search = asked.search?.trim();
    if (search === undefined) return yield* byAge(filter);
    const start = search.toLowerCase();
    yield* ID_START.test(search) && hasId(start, filter) ? byId(start, filter) : byWords(search, filter);
  };
}

/** The index in which what a filter leaves lies by age, and what else narrows. */
function wayOf(filter: ListFilter): { index: string; below: Condition[]; rest: Condition[] } {
  const names = facetNames(filter);
  const { userId } = filter;
  if (userId !== undefined) {
    const rest = facetCondition(filter, names);
    return { index: "jobs_user_created", below: [{ text: "user_id = ?", values: [userId] }], rest: rest ? [rest] : [] };
  }
  const [field, index] = INDICES.find(([name]) => filter.facets[name]?.length === 1) ?? [undefined, "jobs_created"];
  const rest = facetCondition(
    filter,
    names.filter((name) => name !== field),
  );
  const below = field ? [{ text: `${field} = ?`, values: [filter.facets[field]![0]!] }] : [];
  return { index, below, rest: rest ? [rest] : [] };
}
