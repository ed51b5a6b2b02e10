/** Answers shorter than this go as they are, bytes: they fit into a packet or two. */
const LEAST_BYTES = 2048;

/** The lowest level costs about a millisecond for 100 KB of JSON and makes it ten times smaller. */
const LEVEL = 1;

/**
 * An answer of the API for those who take gzip (RFC 9110, section 12.5.3). Left as they are: what is short, what is sent piece by piece (such as
 * downloads), and what has a tag, by which it is changed.
 */
export async function compressAnswer(response: Response, request: Request): Promise<Response> {
  const { headers } = response;
  const isOpen = headers.get("content-type") === "application/json" && !headers.has("etag") && !headers.has("content-disposition");
  if (!isOpen || !takes(request.headers, "gzip")) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { status } = response;
  if (bytes.length < LEAST_BYTES) return new Response(bytes, { status, headers });
  headers.set("content-encoding", "gzip");
  headers.append("vary", "accept-encoding");
  return new Response(Bun.gzipSync(bytes, { level: LEVEL }), { status, headers });
}

/** Whether a request takes answers in a coding: it names it, in any case, and not with a weight of 0. */
export const takes = (headers: Headers, coding: "br" | "gzip"): boolean =>
  (headers.get("accept-encoding") ?? "").split(",").some((part) => {
    const [name = "", weight = ""] = part.split(";");
    return name.trim().toLowerCase() === coding && !/^\s*q=0(\.0*)?\s*$/i.test(weight);
  });
