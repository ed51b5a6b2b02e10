import { useRef } from "preact/hooks";

/** What is known, or else what was known last: so that nothing flashes while something else is asked for. */
export function useLast<Value>(known: Value | null): Value | null {
  const last = useRef<Value | null>(null);
  if (known !== null) last.current = known;
  return last.current;
}
