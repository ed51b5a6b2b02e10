/** One thing that films need, looked at: whether it will do, what was found, and how to mend it. */
export type Diagnosis = { name: string; ok: boolean; found: string; mend?: string };
