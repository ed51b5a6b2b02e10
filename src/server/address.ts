/** The path and the query of a request's address, as they were sent. A host that makes no sense does no harm. */
export function splitAddress(url: string): { path: string; search: string } {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  const end = url.search(/[?#]/);
  const path = start < 0 ? "/" : url.slice(start, end < 0 ? undefined : end);
  const search = end < 0 || url[end] === "#" ? "" : url.slice(end).replace(/#.*$/s, "");
  return { path, search };
}

/** A path without the slashes at its end. Takes time by its length alone, also where slashes stand by the thousand before its end. */
export function trimSlashes(path: string): string {
  let end = path.length;
  while (path.charAt(end - 1) === "/") end--;
  return path.slice(0, end);
}
