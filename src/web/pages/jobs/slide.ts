const SLIDE_MS = 120;
const MOST_NEW = 5;

/** Lets rows that were there slide down when new ones come above them, so that the eye sees where they came from. */
export function slideDown(body: HTMLElement, before: readonly string[], now: readonly string[]): void {
  const added = before.length > 0 ? now.indexOf(before[0]!) : -1;
  if (added < 1 || added > MOST_NEW || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const height = [...body.children].slice(0, added).reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
  body.animate([{ transform: `translateY(-${height}px)` }, { transform: "none" }], { duration: SLIDE_MS, easing: "ease-out" });
}
