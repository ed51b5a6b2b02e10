import { Group } from "./section.tsx";
import { Setting } from "./server-setting.tsx";

/** How much the server takes on. */
export const Limits = () => (
  <>
    <Group title="Jobs">
      <Setting path="limits.queue" />
      <Setting path="limits.jobs_per_hour" />
      <Setting path="limits.body" />
    </Group>
    <Group title="Time and attempts">
      <Setting path="limits.stage_time" />
      <Setting path="limits.stall_time" />
      <Setting path="retry.base" />
      <Setting path="retry.max" />
    </Group>
    <Group title="Log">
      <Setting path="log.level" />
    </Group>
    <Group title="Read when the server starts" about="These change by a flag, a variable or kinora.toml, and a new start.">
      <Setting path="workers" />
      <Setting path="threads" />
      <Setting path="host" />
      <Setting path="port" />
      <Setting path="base_path" />
    </Group>
  </>
);
