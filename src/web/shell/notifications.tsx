import { Bell, CheckCheck, CircleCheck, ListVideo, OctagonX } from "lucide";
import { useEffect } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { Menu } from "../parts/menu.tsx";
import { Still } from "../parts/still.tsx";
import { When } from "../parts/when.tsx";
import { href } from "../router.ts";
import { sayBriefly } from "../say.ts";
import { type Ended, isUnread, markSeen, notifications, unread, watchEnds } from "../state/notifications.ts";

const WORDS = 90;

/** The jobs that have ended lately. */
export function Notifications() {
  useEffect(watchEnds, []);
  const count = unread.value;
  const all = notifications.value;
  return (
    <Menu
      label="Notifications"
      button={(props) => (
        <span class="bell" data-unread={count > 0 || undefined}>
          <Button
            {...props}
            kind="icon"
            icon={Bell}
            label={count > 0 ? `Notifications, ${count} not seen` : "Notifications"}
            title="Notifications"
          />
        </span>
      )}
    >
      <div class="notices" role="none">
        {all.length === 0 && (
          <div role="menuitem" aria-disabled="true" tabIndex={-1} class="notices-none">
            Films that are done, or could not be made, are told of here.
          </div>
        )}
        {all.map((job) => (
          <Notice key={job.job_id} job={job} />
        ))}
        {all.length > 0 && (
          <>
            <hr />
            <button type="button" role="menuitem" disabled={count === 0} onClick={() => markSeen()}>
              <Icon of={CheckCheck} />
              Mark all as seen
            </button>
            <a role="menuitem" href={href("/jobs")}>
              <Icon of={ListVideo} />
              All jobs
            </a>
          </>
        )}
      </div>
    </Menu>
  );
}

function Notice({ job }: { job: Ended }) {
  const isGood = job.status === "completed";
  return (
    <a
      role="menuitem"
      class="notice"
      href={href(`/jobs/${job.job_id}`)}
      data-unread={isUnread(job) || undefined}
      onClick={() => markSeen(job.job_id)}
    >
      <Still url={job.thumbnail_url} />
      <span>
        <span class="notice-words" dir="auto">
          {sayBriefly(job.title ?? job.prompt, WORDS) || "A job without words"}
        </span>
        <span class="small quiet">
          <span class="status" data-status={job.status}>
            <Icon of={isGood ? CircleCheck : OctagonX} size={12} stroke={2} />
            {isGood ? "Ready" : "Failed"}
          </span>{" "}
          <When at={job.finished_at} />
        </span>
      </span>
      {isUnread(job) && <b class="unseen">, not seen yet</b>}
    </a>
  );
}
