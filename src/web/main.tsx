import { render } from "preact";
import { startRouter } from "./router.ts";
import { SHARED } from "./shared.ts";
import { Shell } from "./shell/shell.tsx";
import { loadPreferences } from "./state/preferences.ts";
import { watchServer } from "./state/server.ts";

Object.freeze(SHARED);
startRouter();
void loadPreferences();
watchServer();
render(<Shell />, document.getElementById("app") as HTMLElement);
