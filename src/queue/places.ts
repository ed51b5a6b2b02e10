/** A place where jobs run; who has it, and since when it has been so, microseconds. */
export type Place = { jobId: string | null; sinceUs: number };

/** The places of a scheduler: a job keeps the one that it has taken until it gives it back. */
export function openPlaces(slots: number, nowUs: () => number) {
  const places: Place[] = Array.from({ length: slots }, () => ({ jobId: null, sinceUs: nowUs() }));
  const change = (from: string | null, to: string | null): void => {
    const at = places.findIndex(({ jobId }) => jobId === from);
    if (at >= 0) places[at] = { jobId: to, sinceUs: nowUs() };
  };
  return {
    /** Gives a job the first that is free. */
    take: (jobId: string): void => change(null, jobId),
    giveBack: (jobId: string): void => change(jobId, null),
    all: (): readonly Place[] => places,
  };
}
