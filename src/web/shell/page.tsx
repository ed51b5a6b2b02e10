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

const loaded = new Map<number, ComponentType>();

const indexOf = (shown: string): number => LOADERS.findIndex(({ pattern }) => pattern.test(shown));

async function loadPage(at: number): Promise<void> {
  const page = LOADERS[at];
  if (!page || loaded.has(at)) return;
  const [{ default: Content }] = await Promise.all([page.load(), loadStyle(page.name)]);
  loaded.set(at, Content);
}

/** Loads the page that is to be shown first. Resolves also when that fails: the page says so then. */
export const loadFirstPage = (): Promise<void> => loadPage(indexOf(path.peek())).catch(() => undefined);

/** The page of the address that is shown. Another address of the same page keeps it. */
export function Page() {
  const at = indexOf(path.value);
  const [failed, setFailed] = useState<{ at: number; error: unknown }>();
  const [, drawAgain] = useState(0);
  const load = () => {
    let wanted = true;
    setFailed(undefined);
    if (!loaded.has(at))
      loadPage(at).then(
        () => wanted && drawAgain((count) => count + 1),
        (error: unknown) => wanted && setFailed({ at, error }),
      );
    return () => {
      wanted = false;
    };
  };
  useEffect(load, [at]);
  if (at < 0) return <Problem title="There is no such page" error="Choose one of the pages on the left." />;
  if (failed?.at === at) return <Problem title="The page could not be loaded" error={failed.error} onRetry={load} />;
  const Content = loaded.get(at);
  return (
    Content && (
      <div class="page" key={path.value}>
        <Content />
      </div>
    )
  );
}
