const LATEST_MS = 5000;

/**
 * Loads what a page looks like, where its styles are not there yet: the shell names them. Resolves when they are, or after five seconds: a page
 * without its looks is better than none.
 */
export function loadStyle(page: string): Promise<void> {
  const named = document.querySelector<HTMLMetaElement>(`meta[name="style-${page}"]`);
  if (!named) return Promise.resolve();
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = named.content;
  named.replaceWith(link);
  return new Promise((resolve) => {
    link.onload = () => resolve();
    link.onerror = () => resolve();
    setTimeout(resolve, LATEST_MS);
  });
}
