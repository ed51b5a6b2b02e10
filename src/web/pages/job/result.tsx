import { CircleCheck, Download, Info, OctagonX } from "lucide";
import type { FilmResult } from "../../../client/answers.ts";
import { Icon } from "../../parts/icon.tsx";
import { baseUrl } from "../../router.ts";
import { sayBytes, sayNumber } from "../../say.ts";

/** What came of a job: files, who has to be named, what was measured, and what should be known. */
export function Result({ result, id }: { result: FilmResult; id: string }) {
  const { credits, notes, quality_report } = result;
  return (
    <section class="panel results" aria-label="Result">
      <div>
        <h2>Downloads</h2>
        <ul>
          {listFiles(result, id).map(({ url, name, note, file }) => (
            <li key={url}>
              <a href={baseUrl + url} download={file}>
                <Icon of={Download} size={14} />
                {name}
              </a>
              <span class="quiet">{note}</span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h2>Credits</h2>
        <ul>
          {credits.map((credit) => (
            <li key={credit.what + credit.author} dir="auto">
              <span>{credit.what}</span>
              <span class="quiet">
                <Author author={credit.author} url={credit.url} />, {credit.licence}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <Quality report={quality_report} />
      {notes.length > 0 && (
        <div class="result-notes">
          <h2>Notes</h2>
          <ul>
            {notes.map((note) => (
              <li key={note} dir="auto">
                <span>
                  <Icon of={Info} size={14} /> {note}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Author({ author, url }: { author: string; url: string | null }) {
  if (!url || !/^https?:/.test(url)) return <>{author}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {author}
    </a>
  );
}

type File = { url: string; name: string; note: string; file: string | true };

function listFiles({ downloads, subtitles, thumbnail_url }: FilmResult, id: string): File[] {
  const films = downloads.map(({ format, quality, width, height, bytes, url }): File => {
    return { url, name: `${format.toUpperCase()} ${quality}`, note: `${width} × ${height}, ${sayBytes(bytes)}`, file: true };
  });
  const texts = subtitles.flatMap(({ language, srt_url, vtt_url }): File[] => [
    { url: srt_url, name: "Subtitles SRT", note: language, file: `kinora-${id}.${language}.srt` },
    { url: vtt_url, name: "Subtitles VTT", note: language, file: `kinora-${id}.${language}.vtt` },
  ]);
  return [...films, ...texts, { url: thumbnail_url, name: "Poster", note: "JPEG", file: `kinora-${id}.jpg` }];
}

/** What was measured, what failed first. */
function Quality({ report }: { report: FilmResult["quality_report"] }) {
  const checks = [...report.checks].sort((a, b) => Number(a.passed) - Number(b.passed));
  const failed = checks.filter(({ passed, informational }) => !passed && !informational).length;
  return (
    <div>
      <h2>
        Quality <small>{failed === 0 ? `${checks.length} checks passed` : `${failed} of ${checks.length} checks did not pass`}</small>
      </h2>
      <details class="quality">
        <summary>What was measured</summary>
        <ul>
          {checks.map(({ name, value, unit, limit, passed, informational }) => (
            <li key={name} data-status={passed || informational ? "completed" : "failed"}>
              <span>
                <Icon of={passed ? CircleCheck : informational ? Info : OctagonX} size={14} />
                <span class="unseen">{passed ? "Passed:" : informational ? "For information:" : "Not passed:"}</span> {name}
              </span>
              <span class="quiet" title={`Must be ${limit}`}>
                {typeof value === "number" ? sayNumber(value) : value} {unit}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
