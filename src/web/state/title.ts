import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** What the page shows, said at the end of the path in the header. */
export const crumb = signal("");

/** Names the page in the browser's tab and in the header. */
export function useTitle(title: string): void {
  useEffect(() => {
    crumb.value = title;
    document.title = title ? `${title} · Kinora` : "Kinora";
  }, [title]);
}
