import { useEffect, useState } from "preact/hooks";
import { useKeys } from "../keys.ts";
import { ErrorBoundary } from "../parts/error-boundary.tsx";
import { Toasts } from "../parts/toasts.tsx";
import { go, path } from "../router.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { Help } from "./help.tsx";
import { Page } from "./page.tsx";
import { Palette } from "./palette.tsx";
import { PAGES, Sidebar } from "./sidebar.tsx";

/** What stands around every page: header, sidebar, foot, messages, and the two windows that keys open. */
export function Shell() {
  const [menu, setMenu] = useState(false);
  const [over, setOver] = useState<"palette" | "help" | null>(null);
  const here = path.value;
  useEffect(() => {
    setMenu(false);
    setOver(null);
  }, [here]);
  useKeys({
    ...Object.fromEntries(PAGES.map(({ to, key }) => [`g ${key}`, () => go(to)])),
    "?": () => setOver("help"),
    "Ctrl+k": () => setOver(over === "palette" ? null : "palette"),
    Escape: () => setMenu(false),
  });
  return (
    <div class="shell">
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <Header menuOpen={menu} onMenu={() => setMenu(!menu)} onFind={() => setOver("palette")} />
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
      <Footer onHelp={() => setOver("help")} />
      <Toasts />
      {over === "palette" && <Palette onClose={() => setOver(null)} />}
      {over === "help" && <Help onClose={() => setOver(null)} />}
    </div>
  );
}
