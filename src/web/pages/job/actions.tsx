import { CircleSlash, Download, Link, Mail, Pencil, RotateCw, Share2 } from "lucide";
import { useState } from "preact/hooks";
import type { JobDetails } from "../../../client/answers.ts";
import { useKeys } from "../../keys.ts";
import { Button, LinkButton } from "../../parts/button.tsx";
import { copyText } from "../../parts/copy.tsx";
import { Ask } from "../../parts/dialog.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Menu } from "../../parts/menu.tsx";
import { isOver } from "../../parts/status.tsx";
import { baseUrl, href } from "../../router.ts";
import type { OpenJob } from "../../state/job.ts";
import { say } from "../../state/toasts.ts";

/** What can be done with the job now. */
export function Actions({ job, details, title }: { job: OpenJob; details: JobDetails; title: string }) {
  const [asks, setAsks] = useState(false);
  const { status } = details;
  const mayCancel = !isOver(status);
  const mayRetry = status === "failed" || status === "cancelled";
  const busy = job.busy.value;
  useKeys({ ...(mayCancel && { c: () => setAsks(true) }), ...(mayRetry && { r: () => void job.retry() }) });
  return (
    <div class="job-actions">
      <Share id={job.id} title={title} />
      <DownloadFilm job={job} status={status} />
      {isOver(status) && (
        <LinkButton icon={Pencil} to={`/create?from=${encodeURIComponent(job.id)}`}>
          Edit and run again
        </LinkButton>
      )}
      {mayRetry && details.kind !== "generate" && (
        <Button icon={RotateCw} disabled={busy} onClick={job.retry}>
          Retry
        </Button>
      )}
      {mayCancel && (
        <Button kind="danger" icon={CircleSlash} disabled={busy} onClick={() => setAsks(true)}>
          Cancel
        </Button>
      )}
      {asks && (
        <Ask
          title="Cancel this job?"
          text="It stops within a second. What is finished is kept, so that a retry goes on from there."
          yes="Cancel the job"
          onYes={job.cancel}
          onClose={() => setAsks(false)}
        />
      )}
    </div>
  );
}

function DownloadFilm({ job, status }: { job: OpenJob; status: JobDetails["status"] }) {
  const file = job.result.value?.downloads[0];
  if (file)
    return (
      <LinkButton icon={Download} to={baseUrl + file.url} away download>
        Download
      </LinkButton>
    );
  if (isOver(status) && status !== "completed") return null;
  return (
    <Button icon={Download} disabled>
      {status === "completed" ? "Download" : "Download at 100%"}
    </Button>
  );
}

function Share({ id, title }: { id: string; title: string }) {
  const address = `${location.origin}${href(`/jobs/${id}`)}`;
  const copy = async () => {
    const done = await copyText(address);
    say(done ? "good" : "bad", done ? "The link is copied." : `The browser does not let this page copy. The link is ${address}`);
  };
  const mail = `mailto:?subject=${encodeURIComponent(title.slice(0, 120).toWellFormed())}&body=${encodeURIComponent(address)}`;
  return (
    <Menu
      label="Share"
      button={(props) => (
        <button type="button" class="button" {...props}>
          <Icon of={Share2} />
          Share
        </button>
      )}
    >
      <button type="button" role="menuitem" tabIndex={-1} onClick={copy}>
        <Icon of={Link} />
        Copy the link
      </button>
      <a role="menuitem" tabIndex={-1} href={mail}>
        <Icon of={Mail} />
        Send by e-mail
      </a>
      {typeof navigator.share === "function" && (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => void navigator.share({ title, url: address }).catch(() => undefined)}
        >
          <Icon of={Share2} />
          Share with an app
        </button>
      )}
    </Menu>
  );
}
