import { describe, expect, test } from "bun:test";
import { readSettings, type SettingsSources, settingFlags } from "../../src/cli/settings.ts";
import { KinoraError } from "../../src/domain/error.ts";
import { flagOf, listSettings, variableOf } from "../../src/domain/settings.ts";

const FILE = "/etc/kinora/kinora.toml";
const read = ({ text, ...sources }: Partial<SettingsSources> & { text?: string } = {}) =>
  readSettings({
    flags: {},
    env: { HOME: "/home/me" },
    cwd: "/here",
    ...(text !== undefined && { file: { path: FILE, text } }),
    ...sources,
  });

function refusal(sources: Parameters<typeof read>[0]): KinoraError {
  try {
    read(sources);
  } catch (error) {
    if (error instanceof KinoraError) return error;
  }
  throw new Error("it was not refused");
}

describe("who sets a setting", () => {
  const env = { HOME: "/home/me", KINORA_PORT: "2000", KINORA_LIMITS_JOBS_PER_HOUR: "7" };
  const text = "port = 3000\nworkers = 3\n[limits]\njobs_per_hour = 9\nqueue = 5_000\n";

  test("nobody: what is built in", () => {
    const { settings, origins, warnings } = read();
    expect(settings).toMatchObject({ host: "127.0.0.1", port: 8080, data: "/home/me/.local/share/kinora", log: { level: "info" } });
    expect(settings.workers).toBeUndefined();
    expect(new Set(Object.values(origins))).toEqual(new Set(["default"]));
    expect(warnings).toEqual([]);
  });

  test("flags beat variables, which beat the file", () => {
    const { settings, origins } = read({ flags: { port: "1000" }, env, text });
    expect(settings).toMatchObject({ port: 1000, workers: 3, limits: { jobs_per_hour: 7, queue: 5000, body: 4_000_000 } });
    expect(origins).toMatchObject({
      port: "--port",
      workers: FILE,
      "limits.jobs_per_hour": "KINORA_LIMITS_JOBS_PER_HOUR",
      "limits.queue": FILE,
      "limits.body": "default",
    });
  });

  test("an empty variable sets nothing", () => expect(read({ env: { HOME: "/h", KINORA_PORT: "" } }).settings.port).toBe(8080));

  test.each([
    ["a flag starts here", { flags: { data: "films" } }, "/here/films"],
    ["a variable starts here", { env: { KINORA_DATA: "films" } }, "/here/films"],
    ["a file starts in its folder", { text: 'data = "films"' }, "/etc/kinora/films"],
    ["no setting at all", { env: { XDG_DATA_HOME: "/xdg" } }, "/xdg/kinora"],
  ])("the data folder of %s", (_, sources, folder) => expect(read(sources).settings.data).toBe(folder));

  test("every setting has a flag and a variable of its own, in the words of its path", () => {
    const paths = listSettings().map(({ path }) => path);
    expect(flagOf("limits.disk_free")).toBe("limits-disk-free");
    expect(variableOf("limits.disk_free")).toBe("KINORA_LIMITS_DISK_FREE");
    expect(new Set(paths.map(variableOf)).size).toBe(paths.length);
    expect(settingFlags().map(({ name }) => name)).toEqual(paths.map(flagOf));
    expect(listSettings().filter(({ description }) => !description)).toEqual([]);
    for (const path of paths) {
      const info = listSettings().find((setting) => setting.path === path)!;
      const value = path === "log.level" ? "debug" : info.kind === "text" ? "/x" : "8";
      if (["limits.body", "limits.stage_time", "limits.stall_time"].includes(path)) continue;
      expect(read({ env: { HOME: "/h", [variableOf(path)]: value } }).origins[path]).toBe(variableOf(path));
    }
  });
});

describe("what is refused says where it was set and what is allowed", () => {
  test.each([
    [{ flags: { port: "70000" } }, "port must be a whole number from 0 to 65535, not 70000 (set by --port)."],
    [{ flags: { port: "0x50" } }, 'not "0x50" (set by --port)'],
    [{ flags: { port: "" } }, 'not "" (set by --port)'],
    [{ flags: { port: "80.5" } }, "a whole number from 0 to 65535, not 80.5"],
    [{ flags: { workers: "1e1" } }, 'not "1e1"'],
    [{ flags: { "base-path": "kinora" } }, "base_path must be empty, or a path such as /kinora"],
    [{ flags: { host: "" } }, "host must be a text of 1 to 255 characters"],
    [{ env: { HOME: "/h", KINORA_PORT: "tcp://10.0.0.1:80" } }, "enableServiceLinks"],
    [
      { env: { HOME: "/h", KINORA_LOG_LEVEL: "loud" } },
      'log.level must be debug, info, warning or error, not "loud" (set by KINORA_LOG_LEVEL).',
    ],
    [{ text: 'port = "80"' }, `port must be a whole number from 0 to 65535, not "80" (set by ${FILE}).`],
    [{ text: "port = [1]" }, "not a list"],
    [{ text: "[port]\na = 1" }, "not a table or a date"],
    [{ text: "[keep]\njobs = nan" }, "keep.jobs must be a number from 0 to 36500, not NaN"],
    [{ text: "[limits]\nbody = 1e300" }, "limits.body must be a whole number from 256 to 1000000000"],
    [{ text: "[limits]\ndisk_free = -1" }, "limits.disk_free must be a whole number of at least 0, not -1"],
    [{ text: "prot = 1" }, `There is no setting prot (in ${FILE}). Did you mean port?`],
    [
      { text: "[limits]\ndiskfree = 1" },
      "There is no setting limits.diskfree (in /etc/kinora/kinora.toml). Did you mean limits.disk_free?",
    ],
    [{ text: "[limit]\nbody = 1" }, "There is no setting limit"],
    [{ text: "limits = 3" }, "limits in /etc/kinora/kinora.toml is a table: [limits]."],
    [{ text: "[__proto__]\nx = 1" }, "There is no setting __proto__"],
    [{ text: "constructor = 1" }, "There is no setting constructor"],
    [{ text: "port = 1\nworkers =\n" }, `${FILE}, line 2: `],
    [{ text: '{"port": 1}' }, `${FILE}, line 1: `],
  ])("%j", (sources, said) => {
    const error = refusal(sources as Parameters<typeof read>[0]);
    expect(error.code).toBe("config_invalid");
    expect(error.message).toContain(said);
  });

  test("all at once", () => {
    const { faults } = refusal({ flags: { port: "x" }, text: "workers = 0" });
    expect(faults.map(({ path }) => path)).toEqual(["port", "workers"]);
  });

  test("a value that is overruled does no harm", () => expect(read({ flags: { port: "1" }, text: 'port = "x"' }).settings.port).toBe(1));
});

test("a variable that sets nothing is told, with what was probably meant; known ones are not", () => {
  const env = { HOME: "/h", KINORA_PROT: "1", KINORA_BENCH: "1", KINORA_CONFIG: "x", KINORA_ZZZZZZZZ: "", OTHER: "1" };
  expect(read({ env }).warnings).toEqual([
    "The variable KINORA_PROT sets nothing. Did you mean KINORA_PORT?",
    "The variable KINORA_ZZZZZZZZ sets nothing.",
  ]);
});
