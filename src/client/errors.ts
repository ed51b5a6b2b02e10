import type { ErrorCode } from "./words.ts";

/** One thing that is wrong with what was sent: where, and what. */
export type ApiFault = { path: string; message: string };

/** What is known of a failure: see `KinoraApiError`. */
export type ApiFailure = {
  status: number;
  code: KinoraApiError["code"];
  faults?: ApiFault[];
  retryAfterSec?: number;
  cause?: unknown;
};

/** An answer that is an error (RFC 9457), or none at all: then `status` is 0 and `code` is `unreachable`. */
export class KinoraApiError extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly code: ErrorCode | "unreachable" | "unreadable";
  /** Everything that is wrong with what was sent, as far as the server said so. */
  readonly faults: readonly ApiFault[];
  /** Seconds after which trying again makes sense, where the server said so. */
  readonly retryAfterSec: number | undefined;

  constructor(message: string, { status, code, faults = [], retryAfterSec, cause }: ApiFailure) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "KinoraApiError";
    this.status = status;
    this.code = code;
    this.faults = faults;
    this.retryAfterSec = retryAfterSec;
  }
}
