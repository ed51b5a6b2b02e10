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
  cancelled: { exit: 130, retryable: false },
  internal: { exit: 1, retryable: false },
} as const;

/** A way in which Kinora can fail. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** The one error of the product: a code from the closed list and a sentence that says what to do. */
export class KinoraError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, options: { retryable?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "KinoraError";
    this.code = code;
    this.retryable = options.retryable ?? ERROR_CODES[code].retryable;
  }
}

/** An error as plain data, fit to cross a thread boundary. */
export type ErrorData = { code: ErrorCode; message: string; retryable: boolean };

/** Any thrown value to plain data; what is not a KinoraError becomes `internal`. */
export function toErrorData(error: unknown): ErrorData {
  if (error instanceof KinoraError) return { code: error.code, message: error.message, retryable: error.retryable };
  if (error instanceof Error && error.name === "AbortError") return { code: "cancelled", message: "Cancelled.", retryable: false };
  return { code: "internal", message: error instanceof Error ? error.message : String(error), retryable: false };
}

/** Plain data back to an error that can be thrown. */
export function fromErrorData(data: ErrorData): KinoraError {
  return new KinoraError(data.code, data.message, { retryable: data.retryable });
}
