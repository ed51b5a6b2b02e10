/** An id that the documentation uses. */
export const EXAMPLE_ID = "0199f3a0-7c1e-7b3a-9c55-2f1d6e8a4b10";

/** The job that a path names, as it is documented. */
export const JOB_ID = { id: { description: "The job's id, a UUIDv7", example: EXAMPLE_ID } };

export const EXAMPLE_TIME = "2026-11-20T17:15:27.000000Z";
