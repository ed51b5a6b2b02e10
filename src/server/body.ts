import { KinoraError } from "../domain/error.ts";
import { readJsonText } from "./json-text.ts";

const unsupported = (message: string) => new KinoraError("unsupported_media_type", message);

/** A request's JSON. Throws `unsupported_media_type`, `too_large` beyond `most` bytes, or `invalid_request`. */
export async function readJson(request: Request, most: number): Promise<unknown> {
  checkMediaType(request);
  const text = decode(await readBytes(request, most));
  if (text.trim() === "") throw new KinoraError("invalid_request", "The body is empty; send a JSON object.");
  return readJsonText(text);
}

/** Sees to it that a request which needs no body has none, or an empty object, as some clients send. */
export async function refuseBody(request: Request, most: number): Promise<void> {
  const bytes = await readBytes(request, most);
  if (bytes.length === 0) return;
  checkMediaType(request);
  const value = readJsonText(decode(bytes));
  if (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0) return;
  throw new KinoraError("invalid_request", "This takes no body. Send none, or an empty object.");
}

function checkMediaType({ headers }: Request): void {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  if (type.trim() !== "application/json") throw unsupported("The body must be JSON: send it with content-type application/json.");
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith("charset="));
  if (charset && charset.replaceAll('"', "") !== "charset=utf-8") throw unsupported("The body must be in UTF-8.");
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() || "identity";
  if (encoding !== "identity") throw unsupported("The body must not be compressed.");
}

/** The bytes of a body. Stops reading, and throws `too_large`, when there are more than `most`. */
async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = () => new KinoraError("too_large", `The body is larger than ${most.toLocaleString("en")} bytes (limits.body).`);
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge();
  // Of a body whose length is told no more comes than that; reading it piece by piece costs more than all else that is done with it.
  if (request.headers.has("content-length") && !request.headers.has("transfer-encoding")) return readAll(request);
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body) {
      length += chunk.length;
      if (length > most) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof KinoraError) throw error;
    throw cutShort(error);
  }
  return Buffer.concat(chunks);
}

async function readAll(request: Request): Promise<Uint8Array> {
  try {
    return await request.bytes();
  } catch (error) {
    throw cutShort(error);
  }
}

const cutShort = (cause: unknown) => new KinoraError("invalid_request", "The body ended before it was whole.", { cause });

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new KinoraError("invalid_request", "The body is not valid UTF-8.");
  }
}
