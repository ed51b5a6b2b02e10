import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Problem } from "../parts/states.tsx";
import { path } from "../router.ts";
import { loadStyle } from "./page-style.ts";

type Loaded = { default: ComponentType };

/** The pages: each comes when it is first wanted. The names are those that build and server preload by. */
const LOADERS: { pattern: RegExp; name: string; load: () => Promise<Loaded> }[] = [
  { pattern: /^\/$/, name: "dashboard", load: () => import("../pages/dashboard.tsx") },
  { pattern: /^\/jobs$/, name: "jobs", load: () => import("../pages/jobs.tsx") },
  { pattern: /^\/jobs\/[^/]+$/, name: "job", load: () => import("../pages/job.tsx") },
  { pattern: /^\/create$/, name: "create", load: () => import("../pages/create.tsx") },
  { pattern: /^\/analyze$/, name: "analyze", load: () => import("../pages/analyze.tsx") },
  { pattern: /^\/analytics$/, name: "analytics", load: () => import("../pages/analytics.tsx") },
  { pattern: /^\/settings$/, name: "settings", load: () => import("../pages/settings.tsx") },
];

/** The page of the address that is shown. Another address of the same page keeps it. */
export function Page() {
  const at = LOADERS.findIndex(({ pattern }) => pattern.test(path.value));
  const [shown, setShown] = useState<{ at: number; Content?: ComponentType; error?: unknown }>({ at: -1 });
  const load = () => {
    let wanted = true;
    const page = LOADERS[at];
    if (page)
      Promise.all([page.load(), loadStyle(page.name)]).then(
        ([{ default: Content }]) => wanted && setShown({ at, Content }),
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
