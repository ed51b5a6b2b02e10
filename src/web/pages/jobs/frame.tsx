import type { JSX } from "preact";

type Scene = "sunset" | "sea" | "mountains" | "city" | "planet" | "cup";

const SKIES: Record<Scene, [top: string, bottom: string]> = {
  sunset: ["#3b1f5e", "#ff9a5a"],
  sea: ["#7a2f6d", "#ffc26e"],
  mountains: ["#6d95c9", "#f5d9c8"],
  city: ["#0b1230", "#3f3a6b"],
  planet: ["#0a0b18", "#3a1c52"],
  cup: ["#f6efe4", "#e9dcc8"],
};

const DRAWN: Record<Scene, JSX.Element> = {
  sunset: (
    <>
      <circle cx="80" cy="54" r="13" fill="#ffe9a8" />
      <path d="M0 60H160V90H0Z" fill="#4a1f5c" />
      <path d="M64 66H96M58 73H102M68 80H92" stroke="#ffc27a" stroke-width="2" stroke-linecap="round" />
    </>
  ),
  sea: (
    <>
      <circle cx="112" cy="40" r="9" fill="#fff0c4" />
      <path d="M0 52H160V90H0Z" fill="#2a3a78" />
      <path d="M0 62Q20 58 40 62T80 62T120 62T160 62M0 74Q20 70 40 74T80 74T120 74T160 74" stroke="#7d8fd1" stroke-width="2" fill="none" />
    </>
  ),
  mountains: (
    <>
      <circle cx="46" cy="24" r="8" fill="#fffbe8" />
      <path d="M0 70L36 38L62 60L98 28L160 72V90H0Z" fill="#5b6f9c" />
      <path d="M0 80L30 64L70 78L110 60L160 80V90H0Z" fill="#26334f" />
    </>
  ),
  city: (
    <>
      <circle cx="120" cy="24" r="8" fill="#dfe6ff" />
      <path d="M0 90V54H16V42H34V62H48V36H66V58H82V46H98V64H112V50H130V60H146V44H160V90Z" fill="#070a18" />
    </>
  ),
  planet: (
    <>
      <circle cx="80" cy="46" r="22" fill="#d9a45f" />
      <ellipse cx="80" cy="46" rx="40" ry="9" fill="none" stroke="#f1d7a4" stroke-width="4" transform="rotate(-14 80 46)" />
    </>
  ),
  cup: (
    <>
      <rect x="56" y="34" width="40" height="34" rx="6" fill="#b5542c" />
      <path d="M96 42h8a7 7 0 0 1 0 16h-8" fill="none" stroke="#b5542c" stroke-width="5" />
      <path d="M66 26q4-5 0-10M76 26q4-5 0-10M86 26q4-5 0-10" fill="none" stroke="#c9a98a" stroke-width="3" stroke-linecap="round" />
    </>
  ),
};

/** A frame of a film that could be, drawn; `unlit` where it is still to be made. */
export function Frame({ of, unlit }: { of: Scene; unlit?: boolean }) {
  const [top, bottom] = SKIES[of];
  const sky = `sky-${of}`;
  return (
    <svg class="frame" viewBox="0 0 160 90" data-unlit={unlit} aria-hidden="true">
      <linearGradient id={sky} x2="0" y2="1">
        <stop stop-color={top} />
        <stop offset="0.75" stop-color={bottom} />
      </linearGradient>
      <rect width="160" height="90" fill={`url(#${sky})`} />
      {DRAWN[of]}
    </svg>
  );
}
