import { render } from "preact";
import { startRouter } from "./router.ts";
import { SHARED } from "./shared.ts";
import { loadFirstPage } from "./shell/page.tsx";
import { Shell } from "./shell/shell.tsx";
import { loadPreferences } from "./state/preferences.ts";
import { watchServer } from "./state/server.ts";

Object.freeze(SHARED);
startRouter();
void loadPreferences();
watchServer();

/** How long the frame waits for its first page, ms: both come together nearly always, and drawing once is quicker than twice. */
const TOGETHER_MS = 250;
const late = new Promise((resolve) => setTimeout(resolve, TOGETHER_MS));
void Promise.race([loadFirstPage(), late]).then(() => render(<Shell />, document.getElementById("app") as HTMLElement));
