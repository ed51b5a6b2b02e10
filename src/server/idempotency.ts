import { KinoraError } from "../domain/error.ts";
import type { IdempotencyKey } from "../service/service.ts";

/** The key that a request carries, with a digest of what it asks. `scope` tells dialects apart. Throws `invalid_request` for what is no key. */
export function readIdempotencyKey({ headers }: Request, scope: string, body: unknown): IdempotencyKey | undefined {
  const key = headers.get("idempotency-key");
  if (key === null) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    const message = "must be 1 to 255 visible ASCII characters";
    throw new KinoraError("invalid_request", `Idempotency-Key ${message}.`, { faults: [{ path: "Idempotency-Key", message }] });
  }
  return { scope, key, digest: Bun.SHA256.hash(canonicalJson(body), "hex") };
}

/** JSON with sorted names and no spaces: the same for the same content, however it was written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, content]) => `${JSON.stringify(name)}:${canonicalJson(content)}`).join(",")}}`;
}

/** The header as it is documented. */
export const IDEMPOTENCY_HEADER = {
  "Idempotency-Key": {
    required: false,
    description:
      "1 to 255 visible ASCII characters of your choice. The same key with the same body makes one job, however often it is sent; with another body it is refused.",
    example: "order-4711",
  },
};
