import type { ErrorCode as DomainErrorCode } from "../domain/error.ts";
import type { AnyEvent } from "../domain/event.ts";
import type { JobKind as DomainJobKind, JobStatus as DomainJobStatus, WaitingFor as DomainWaitingFor } from "../domain/job-record.ts";
import type { QualityCheck as DomainCheck } from "../domain/quality.ts";
import type { StageName as DomainStageName } from "../domain/stages.ts";
import type { StoryboardDraft as DomainStoryboard } from "../domain/storyboard.ts";
import type { SubmitRequest } from "../domain/submit.ts";
import type { LogLevel as DomainLogLevel } from "../domain/wire.ts";

// Everything that this library takes from the product's own schemas, by type alone: the package that is built of it spells these out.

/** A film that is asked for: exactly one of `prompt`, `script` and `storyboard`; everything else has a default. */
export type FilmRequest = (typeof SubmitRequest)["_zod"]["input"];

/** The scenes of a film as people write them: what is left out is filled in. */
export type Storyboard = (typeof DomainStoryboard)["_zod"]["input"];

/** Where a job stands, in canonical words; while it runs, the stage it is in. */
export type JobStatus = DomainJobStatus;

/** What a job does. */
export type JobKind = DomainJobKind;

/** What a pending job waits for: its turn, its time, the next attempt, or approval. */
export type WaitingFor = DomainWaitingFor;

/** A step of a job. */
export type StageName = DomainStageName;

/** How grave a line of a log is. */
export type LogLevel = DomainLogLevel;

/** Why something failed, from a closed list. */
export type ErrorCode = DomainErrorCode;

/** What was measured on a finished film. */
export type QualityReport = {
  passed: boolean;
  checks: { [Field in keyof DomainCheck as Field extends "spans" ? never : Field]: DomainCheck[Field] }[];
};

/** Something that happened, as the server tells it. */
export type ServerEvent = Spelt<AnyEvent>;

/** Each member of a union by its fields. */
type Spelt<Union> = Union extends unknown ? { [Field in keyof Union]: Union[Field] } : never;
