import type { z } from "zod";
import type { EventsExpired } from "../../domain/event-schema.ts";

/** What is said when events after a number are asked for and some of them are no longer kept, or the number has never been given. */
export function findExpired(
  after: number,
  { oldest, newest }: { oldest: number; newest: number },
): z.infer<typeof EventsExpired> | undefined {
  const isGone = oldest > 0 ? after < oldest - 1 : after < newest;
  return isGone || after > newest ? { event: "events_expired", after, oldest, newest } : undefined;
}
