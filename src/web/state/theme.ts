import type { Preferences } from "../../client/preferences.ts";
import { changePreferences } from "./preferences.ts";
import { say, sayError } from "./toasts.ts";

/** Takes other colours, here and for every browser; says so when the server does not take them. */
export function chooseTheme(theme: Preferences["theme"]): void {
  changePreferences({ theme }).catch((error) => say("bad", `The colours could not be kept: ${sayError(error)}`));
}
