import { render } from "preact";
import { useState } from "preact/hooks";
import { openLive } from "../../src/client/live.ts";
import { AsyncJobStatus } from "../../src/client/preact/async-job-status.tsx";
import { type UseAsyncJob, useAsyncJob } from "../../src/client/preact/use-async-job.ts";

// What the tests of the hook and of the component show in a real browser. `window.kinora` is how they reach in.

type Way = "live" | "asking";
const told: string[] = [];
const page = { told, job: undefined as UseAsyncJob | undefined, show: (_: Shown) => {}, openLive };
type Shown = { what: "nothing" } | { what: "hook"; way: Way; autoStart?: boolean } | { what: "job"; jobId: string };
Object.assign(globalThis, { kinora: page });

function Hook({ way, autoStart = true }: { way: Way; autoStart?: boolean | undefined }) {
  page.job = useAsyncJob({
    onSuccess: ({ status }) => told.push(status),
    onError: ({ message }) => told.push(`error: ${message}`),
    onProgress: ({ progress }) => told.push(`at ${progress}`),
    pollInterval: 50,
    autoStartPolling: autoStart,
    ...(way === "asking" && { live: null }),
  });
  return <output>{JSON.stringify(page.job)}</output>;
}

function Page() {
  const [shown, show] = useState<Shown>({ what: "nothing" });
  page.show = show;
  if (shown.what === "hook") return <Hook key={shown.way} way={shown.way} autoStart={shown.autoStart} />;
  return (
    <main>
      <h1>Jobs</h1>
      {shown.what === "job" && <AsyncJobStatus jobId={shown.jobId} pollInterval={100} />}
    </main>
  );
}

render(<Page />, document.body);
export type KinoraPage = typeof page;
