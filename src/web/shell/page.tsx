import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Problem } from "../parts/states.tsx";
import { path } from "../router.ts";

type Loaded = { default: ComponentType };

/** The pages: each comes when it is first wanted. The names are those that build and server preload by. */
const LOADERS: [pattern: RegExp, load: () => Promise<Loaded>][] = [
  [/^\/$/, () => import("../pages/dashboard.tsx")],
  [/^\/jobs$/, () => import("../pages/jobs.tsx")],
  [/^\/jobs\/[^/]+$/, () => import("../pages/job.tsx")],
  [/^\/create$/, () => import("../pages/create.tsx")],
  [/^\/analyze$/, () => import("../pages/analyze.tsx")],
  [/^\/analytics$/, () => import("../pages/analytics.tsx")],
  [/^\/settings$/, () => import("../pages/settings.tsx")],
];

/** The page of the address that is shown. Another address of the same page keeps it. */
export function Page() {
  const at = LOADERS.findIndex(([pattern]) => pattern.test(path.value));
  const [shown, setShown] = useState<{ at: number; Content?: ComponentType; error?: unknown }>({ at: -1 });
  const load = () => {
    let wanted = true;
    LOADERS[at]?.[1]().then(
      ({ default: Content }) => wanted && setShown({ at, Content }),
      (error: unknown) => wanted && setShown({ at, error }),
    );
    return () => {
      wanted = false;
    };
  };
  useEffect(load, [at]);
  if (at < 0) return <Problem title="There is no such page" error="Choose one of the pages on the left." />;
  if (shown.at !== at) return null;
  if (!shown.Content) return <Problem title="The page could not be loaded" error={shown.error} onRetry={load} />;
  const { Content } = shown;
  return (
    <div class="page" key={path.value}>
      <Content />
    </div>
  );
}
