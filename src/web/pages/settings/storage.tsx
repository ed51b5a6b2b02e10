import { CircleCheck, Eraser } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Ask } from "../../parts/dialog.tsx";
import { Fault } from "../../parts/field.tsx";
import { Icon } from "../../parts/icon.tsx";
import { sayBytes, sayMany } from "../../say.ts";
import { about } from "../../state/server.ts";
import { clearing, clearParts, refreshAbout } from "../../state/settings.ts";
import { sayError } from "../../state/toasts.ts";
import { Disk } from "./disk.tsx";
import { Group } from "./section.tsx";
import { Setting } from "./server-setting.tsx";

/** What lies on the disk, and for how long. */
export function Storage() {
  useEffect(() => {
    clearing.value = null;
    void refreshAbout();
  }, []);
  return (
    <>
      <Group title="Disk">
        <Disk />
        <Parts />
      </Group>
      <Group title="Room">
        <Setting path="limits.disk_free" />
        <Setting path="limits.cache" />
      </Group>
      <Group title="What is kept, and for how long" about="What is older goes by itself, a little at a time, every quarter of an hour.">
        <Setting path="keep.jobs" />
        <Setting path="keep.logs" />
        <Setting path="keep.events" />
        <Setting path="keep.keys" />
      </Group>
    </>
  );
}

function Parts() {
  const [asked, ask] = useState(false);
  const now = clearing.value;
  const size = about.value?.sizes?.cache;
  return (
    <div class="set-row">
      <div class="set-name">
        <span class="set-label">Finished parts</span>
        <p class="hint">Scenes and voices that films were put together from. Films stay when they go; an edit takes longer.</p>
      </div>
      <div class="set-control">
        <Button kind="danger" icon={Eraser} disabled={now?.state === "busy"} onClick={() => ask(true)}>
          {now?.state === "busy" ? "Clearing…" : "Clear the cache"}
        </Button>
        <div role="status">
          {now?.state === "done" && (
            <p class="set-done">
              <Icon of={CircleCheck} size={14} stroke={2} />
              {now.files > 0
                ? `${sayBytes(now.bytes)} in ${sayMany(now.files, "file")} went.`
                : "Nothing went: what is there is in use, or was just now."}
            </p>
          )}
          {now?.state === "failed" && <Fault>The cache could not be cleared: {sayError(now.error)}</Fault>}
        </div>
        {asked && (
          <Ask
            title="Clear the cache?"
            text={`${size ? `Up to ${sayBytes(size)} of parts` : "Parts"} that no running job uses go for good. Films, jobs and logs stay.`}
            yes="Clear the cache"
            onYes={() => void clearParts()}
            onClose={() => ask(false)}
          />
        )}
      </div>
    </div>
  );
}
