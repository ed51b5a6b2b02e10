import { Preferences, PreferencesChange } from "../../../domain/preferences.ts";
import { USUAL_PREFERENCES } from "../../../domain/usual-preferences.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";

const ANSWER = {
  description: "All of them",
  type: "application/json",
  schema: Preferences.meta({ title: "Preferences", description: "How the pages look, and what they begin a new film with" }),
  example: { ...USUAL_PREFERENCES, theme: "dark", currency: "EUR", compute_per_hour: 0.12 },
};

/** `GET` and `PUT /mcp/preferences`: kept on the server, for every browser. */
export const preferences = ({ preferences }: Pick<ServerMeans, "preferences">) => [
  endpoint({
    method: "GET",
    path: "/mcp/preferences",
    name: "getPreferences",
    tag: "Server",
    summary: "Read the preferences",
    answers: { 200: ANSWER },
    errors: [],
    handle: () => answerJson(preferences.get()),
  }),
  endpoint({
    method: "PUT",
    path: "/mcp/preferences",
    name: "putPreferences",
    tag: "Server",
    summary: "Change some preferences",
    description: "What is left out stays as it is.",
    body: {
      schema: PreferencesChange.meta({ title: "PreferencesChange", description: "Preferences to be changed" }),
      description: "The preferences to be changed",
      examples: { look: { theme: "dark", refresh_interval: 5 }, rates: { currency: "EUR", compute_per_hour: 0.12 } },
    },
    answers: { 200: ANSWER },
    errors: ["invalid_request", "too_large", "unsupported_media_type", "disk_full"],
    handle: async ({ json }) => answerJson(await preferences.change(await json())),
  }),
];
