/** The path and the query of a request's address, as they were sent. A host that makes no sense does no harm. */
export function splitAddress(url: string): { path: string; search: string } {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  const end = url.search(/[?#]/);
  const path = start < 0 ? "/" : url.slice(start, end < 0 ? undefined : end);
  const search = end < 0 || url[end] === "#" ? "" : url.slice(end).replace(/#.*$/s, "");
  return { path, search };
}
