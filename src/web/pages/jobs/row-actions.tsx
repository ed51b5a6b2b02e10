import { CircleSlash, Copy, Download, Ellipsis, Link, Play, RotateCw, Share2 } from "lucide";
import type { ListedJob } from "../../../client/answers.ts";
import { Button, LinkButton } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Menu } from "../../parts/menu.tsx";
import { baseUrl, href } from "../../router.ts";
import { addressOf, askCancel, copy, retry, share } from "../../state/jobs-actions.ts";
import { ABLE } from "../../state/jobs-selection.ts";

/** What can be done with a job: what is likely at once, everything in a menu. */
export function RowActions({ job }: { job: ListedJob }) {
  return (
    <div class="jobs-actions">
      <span class="jobs-quick">
        {ABLE.cancel(job) && <Button kind="icon" dense icon={CircleSlash} label="Cancel" onClick={() => askCancel(job)} />}
        {ABLE.retry(job) && <Button kind="icon" dense icon={RotateCw} label="Retry" onClick={() => void retry(job)} />}
        {job.video_url && (
          <>
            <LinkButton kind="icon" dense icon={Play} to={`/jobs/${job.job_id}`} label="Watch" />
            <LinkButton kind="icon" dense icon={Download} to={baseUrl + job.video_url} away download label="Download" />
          </>
        )}
      </span>
      <Menu label="Actions" button={(props) => <Button {...props} kind="icon" dense icon={Ellipsis} label="More actions" />}>
        <Items job={job} />
      </Menu>
    </div>
  );
}

function Items({ job }: { job: ListedJob }) {
  const { job_id, video_url } = job;
  return (
    <>
      <a role="menuitem" tabIndex={-1} href={href(`/jobs/${job_id}`)}>
        <Icon of={Play} />
        Open
      </a>
      {video_url && (
        <a role="menuitem" tabIndex={-1} href={baseUrl + video_url} download>
          <Icon of={Download} />
          Download
        </a>
      )}
      <button type="button" role="menuitem" tabIndex={-1} disabled={!ABLE.retry(job)} onClick={() => void retry(job)}>
        <Icon of={RotateCw} />
        Retry
        <kbd>r</kbd>
      </button>
      <button type="button" role="menuitem" tabIndex={-1} disabled={!ABLE.cancel(job)} onClick={() => askCancel(job)}>
        <Icon of={CircleSlash} />
        Cancel
        <kbd>c</kbd>
      </button>
      <hr />
      <button type="button" role="menuitem" tabIndex={-1} onClick={() => void copy(job_id, "Job ID")}>
        <Icon of={Copy} />
        Copy ID
        <code class="quiet">{job_id.slice(0, 13)}…</code>
      </button>
      <button type="button" role="menuitem" tabIndex={-1} onClick={() => void copy(addressOf(job_id), "Link")}>
        <Icon of={Link} />
        Copy link
      </button>
      <button type="button" role="menuitem" tabIndex={-1} onClick={() => void share(job)}>
        <Icon of={Share2} />
        Share
      </button>
    </>
  );
}
