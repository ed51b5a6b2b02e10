import type { IconNode } from "lucide";
import { h } from "preact";

/** A drawing of lucide's, in the colour of its text. It says nothing to screen readers: what it means stands beside it, or labels its button. */
export function Icon({ of, size = 16, stroke = 1.75 }: { of: IconNode; size?: number; stroke?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={stroke}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      class="icon"
    >
      {of.map(([tag, attributes]) => h(tag, attributes as Record<string, string>))}
    </svg>
  );
}
