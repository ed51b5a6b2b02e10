/** Every way in which Kinora can fail. Closed: a new code is added here, with its exit status for the command line. */
export const ERROR_CODES = {
  invalid_request: { exit: 2, retryable: false },
  script_unreadable: { exit: 2, retryable: false },
  output_unwritable: { exit: 2, retryable: false },
  media_unusable: { exit: 2, retryable: false },
  ffmpeg_missing: { exit: 3, retryable: false },
  ffmpeg_too_old: { exit: 4, retryable: false },
  ffmpeg_failed: { exit: 5, retryable: true },
  ffmpeg_hung: { exit: 6, retryable: true },
  ffmpeg_output_invalid: { exit: 7, retryable: true },
  disk_full: { exit: 8, retryable: true },
  data_missing: { exit: 9, retryable: false },
  provider_rejected: { exit: 10, retryable: false },
  provider_unavailable: { exit: 11, retryable: true },
  worker_died: { exit: 12, retryable: true },
  quality_failed: { exit: 13, retryable: false },
  not_found: { exit: 14, retryable: false },
  wrong_state: { exit: 15, retryable: false },
  stale_revision: { exit: 16, retryable: false },
  revision_required: { exit: 16, retryable: false },
  key_reused: { exit: 17, retryable: false },
  not_allowed: { exit: 28, retryable: false },
  wrong_host: { exit: 2, retryable: false },
  method_not_allowed: { exit: 2, retryable: false },
  too_large: { exit: 2, retryable: false },
  unsupported_media_type: { exit: 2, retryable: false },
  webhooks_unavailable: { exit: 2, retryable: false },
  config_invalid: { exit: 18, retryable: false },
  address_in_use: { exit: 19, retryable: false },
  folder_in_use: { exit: 20, retryable: false },
  store_newer: { exit: 21, retryable: false },
  store_unusable: { exit: 22, retryable: true },
  rate_limited: { exit: 27, retryable: true },
  queue_closed: { exit: 23, retryable: true },
  stalled: { exit: 24, retryable: true },
  stage_timeout: { exit: 25, retryable: true },
  crashed_repeatedly: { exit: 26, retryable: false },
  cancelled: { exit: 130, retryable: false },
  internal: { exit: 1, retryable: false },
} as const;

/** A way in which Kinora can fail. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** One thing that is wrong with what was given: where, by its path, and what. */
export type Fault = { path: string; message: string };

type ErrorOptions = { retryable?: boolean; cause?: unknown; retryAfterSec?: number; faults?: Fault[] };

/** The one error of the product: a code from the closed list and a sentence that says what to do. */
export class KinoraError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  /** Earliest time at which trying again makes sense, in seconds from now. */
  readonly retryAfterSec: number | undefined;
  /** Everything that is wrong with an input, for `invalid_request`. */
  readonly faults: readonly Fault[];

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "KinoraError";
    this.code = code;
    this.retryable = options.retryable ?? ERROR_CODES[code].retryable;
    this.retryAfterSec = options.retryAfterSec;
    this.faults = options.faults ?? [];
  }
}

/** An error as plain data, fit to cross a thread boundary. */
export type ErrorData = { code: ErrorCode; message: string; retryable: boolean; retryAfterSec?: number };

/** Any thrown value to plain data; what is not a KinoraError becomes `internal`. */
export function toErrorData(error: unknown): ErrorData {
  if (error instanceof KinoraError) {
    const { code, message, retryable, retryAfterSec } = error;
    return { code, message, retryable, ...(retryAfterSec !== undefined && { retryAfterSec }) };
  }
  if (error instanceof Error && error.name === "AbortError") return { code: "cancelled", message: "Cancelled.", retryable: false };
  return { code: "internal", message: error instanceof Error ? error.message : String(error), retryable: false };
}

/** Plain data back to an error that can be thrown. */
export function fromErrorData(data: ErrorData): KinoraError {
  const { code, message, ...options } = data;
  return new KinoraError(code, message, options);
}
