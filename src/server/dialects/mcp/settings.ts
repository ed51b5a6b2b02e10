import { z } from "zod";
import type { SettingView } from "../../../domain/live-settings.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";

const Value = z.union([z.string(), z.number()]).nullable();

const Setting = z
  .object({
    path: z.string().describe("Its name, such as `limits.queue`"),
    value: Value.describe("What it is; null for worked out when the server starts"),
    fallback: Value.describe("What it is when nobody sets it"),
    origin: z.string().describe("Who set it: `default`, `page`, a flag, a variable or the file's path"),
    editable: z
      .boolean()
      .describe(
        "Whether it can be changed here. What a flag, a variable or the file sets cannot, nor what is read when the server starts.",
      ),
    kind: z.enum(["text", "number"]).describe("What it takes"),
    allowed: z.string().describe("What it may be, to follow `must be`"),
    least: z.number().nullable().describe("The smallest number that it may be; null for none"),
    most: z.number().nullable().describe("The largest number that it may be; null for none"),
    options: z.array(z.string()).nullable().describe("All that it may be, where those can be counted"),
    description: z.string().describe("What it is for, with its unit"),
  })
  .meta({ title: "ServerSetting", description: "A setting of the server" });

const SettingsAnswer = z
  .object({ settings: z.array(Setting).describe("Every setting") })
  .meta({ title: "ServerSettings", description: "How the server works" });

const SettingsChange = z
  .record(z.string(), Value)
  .meta({ title: "SettingsChange", description: "Settings to be changed, by their paths; null puts back what is built in" });

const EXAMPLE: z.infer<typeof SettingsAnswer> = {
  settings: [
    {
      path: "limits.queue",
      value: 500,
      fallback: 1_000_000,
      origin: "page",
      editable: true,
      kind: "number",
      allowed: "a whole number from 1 to 10000000",
      options: null,
      least: 1,
      most: 10_000_000,
      description: "Most jobs that may wait; more are refused",
    },
  ],
};

const ANSWER = { description: "All of them", type: "application/json", schema: SettingsAnswer, example: EXAMPLE };

const toSetting = ({ path, value, fallback, origin, editable, kind, allowed, options, least, most, description }: SettingView) => ({
  ...{ path, value, fallback, origin, editable, kind, allowed, options, least, most, description },
});
const answer = (settings: SettingView[]) => answerJson({ settings: settings.map(toSetting) });

/** `GET` and `PUT /mcp/settings`: how the server works. */
export const settings = ({ settingKeeper }: Pick<ServerMeans, "settingKeeper">) => [
  endpoint({
    method: "GET",
    path: "/mcp/settings",
    name: "getSettings",
    tag: "Server",
    summary: "Read the server's settings",
    answers: { 200: ANSWER },
    errors: [],
    handle: () => answer(settingKeeper.list()),
  }),
  endpoint({
    method: "PUT",
    path: "/mcp/settings",
    name: "putSettings",
    tag: "Server",
    summary: "Change some of the server's settings",
    description:
      "Those of `log`, `limits`, `retry` and `keep`, at once and for good; all that are named or none. What a flag, a variable or the file sets is not to be changed here.",
    body: {
      schema: SettingsChange,
      description: "Values by the settings' paths; null puts back what is built in",
      examples: { queue: { "limits.queue": 500 }, usual: { "limits.queue": null, "keep.jobs": 90 } },
    },
    answers: { 200: ANSWER },
    errors: ["invalid_request", "wrong_state", "too_large", "unsupported_media_type", "disk_full"],
    handle: async ({ json }) => answer(await settingKeeper.change(await json())),
  }),
];
