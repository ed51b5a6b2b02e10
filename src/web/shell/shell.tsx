import { useLayoutEffect, useState } from "preact/hooks";
import { useKeys } from "../keys.ts";
import { ErrorBoundary } from "../parts/error-boundary.tsx";
import { lazy } from "../parts/lazy.tsx";
import { Toasts } from "../parts/toasts.tsx";
import { go, path } from "../router.ts";
import { over } from "../state/over.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { Page } from "./page.tsx";
import { PAGES, Sidebar } from "./sidebar.tsx";

const Help = lazy(() => import("./help.tsx").then(({ Help }) => Help));
const Palette = lazy(() => import("./palette.tsx").then(({ Palette }) => Palette));

const show = (next: typeof over.value): void => {
  over.value = next;
};
const close = () => show(null);

/** What stands around every page: header, sidebar, foot, messages, and the two windows that keys open. */
export function Shell() {
  const [menu, setMenu] = useState(false);
  const shown = over.value;
  const here = path.value;
  // As the address changes, not after the next drawing: what is opened right then stays.
  useLayoutEffect(
    () =>
      path.subscribe(() => {
        setMenu(false);
        close();
      }),
    [],
  );
  useKeys({
    ...Object.fromEntries(PAGES.map(({ to, key }) => [`g ${key}`, () => go(to)])),
    "?": () => show("help"),
    "Ctrl+k": () => show(over.peek() === "palette" ? null : "palette"),
    Escape: () => setMenu(false),
  });
  return (
    <div class="shell">
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <Header menuOpen={menu} onMenu={() => setMenu(!menu)} onFind={() => show("palette")} />
      <Sidebar open={menu} />
      <button
        type="button"
        class="shell-scrim"
        data-open={menu || undefined}
        aria-label="Close the menu"
        tabIndex={-1}
        onClick={() => setMenu(false)}
      />
      <main class="main" id="main" tabIndex={-1}>
        <ErrorBoundary key={here}>
          <Page />
        </ErrorBoundary>
      </main>
      <Footer onHelp={() => show("help")} />
      <Toasts />
      {shown === "palette" && <Palette onClose={close} />}
      {shown === "help" && <Help onClose={close} />}
    </div>
  );
}
