import type { StoredEvent } from "../domain/event.ts";

type Hear = (events: readonly StoredEvent[]) => void;

/** Keeps events back until they are on the disk, then tells them to all who listen, in order. */
export function openTelling() {
  const listeners = new Set<Hear>();
  const waiting: StoredEvent[] = [];
  let mark = 0;
  return {
    add(event: StoredEvent): void {
      waiting.push(event);
    },
    /** What is added from here on can be taken back by `undo`. */
    begin(): void {
      mark = waiting.length;
    },
    undo(): void {
      waiting.length = mark;
    },
    drop(): void {
      waiting.length = 0;
    },
    /** Tells everyone, even when one of them throws; the first of what is thrown is thrown at the end. */
    tell(): void {
      const events = waiting.splice(0);
      if (events.length === 0) return;
      const thrown: unknown[] = [];
      for (const hear of [...listeners]) {
        try {
          hear(events);
        } catch (error) {
          thrown.push(error);
        }
      }
      if (thrown.length > 0) throw thrown[0];
    },
    /** Answers how to stop listening. */
    listen(hear: Hear): () => void {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}
