import { toTimestamp } from "../../../domain/timestamp.ts";
import type { JobService } from "../../../service/service.ts";

type StoredLine = Awaited<ReturnType<JobService["logs"]>>[number];

const BREAK = /\r\n|[\r\n\u2028\u2029]/g;
/** What a terminal obeys, and what turns the writing round. */
const UNSEEN = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A line of a log as text: no message makes it look like several, or does anything to the terminal that shows it. */
export const toTextLine = ({ timeUs, level, stage, message }: Pick<StoredLine, "timeUs" | "level" | "stage" | "message">): string =>
  `${toTimestamp(timeUs)} ${level.padEnd(7)} ${stage ?? "-"}: ${spell(message.replaceAll(BREAK, "\n  "))}\n`;

const spell = (text: string): string => text.replaceAll(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
