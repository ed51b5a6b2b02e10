import { useState } from "preact/hooks";
import { baseUrl } from "../router.ts";

/** A small picture of a film, or hatching where there is none yet, or none any more. `url` is below the server's base. */
export function Still({ url, alt = "" }: { url: string | null; alt?: string }) {
  const [missing, setMissing] = useState<string | null>(null);
  if (!url || url === missing) return <span class="still" data-empty />;
  return <img class="still" src={baseUrl + url} alt={alt} loading="lazy" decoding="async" onError={() => setMissing(url)} />;
}
