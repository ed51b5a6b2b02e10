/**
 * Takes turns: what awaits one goes on in an iteration of the event loop of its own. Long work that reads the store piece by piece, however much
 * of it there is at the same time, then holds up everything else by one piece at most.
 */
export function openTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = () => {
    waiting.shift()!();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
}
export type Turns = ReturnType<typeof openTurns>;
