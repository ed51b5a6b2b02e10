import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findTarget } from "../../src/build/targets.ts";
import { listSettings, variableOf } from "../../src/domain/settings.ts";
import { ROOT } from "../helpers/sources.ts";

/** The instructions, with continued lines joined and without comments. */
const instructions = readFileSync(join(ROOT, "Dockerfile"), "utf8")
  .replaceAll(/^#.*\n/gm, "")
  .replaceAll(/\\\n/g, " ")
  .split("\n")
  .filter((line) => line.trim())
  .map((line) => ({ name: line.split(" ")[0]!, rest: line.slice(line.indexOf(" ") + 1).trim() }));
const all = (name: string) => instructions.filter((instruction) => instruction.name === name).map(({ rest }) => rest);
const ignored = readFileSync(join(ROOT, ".dockerignore"), "utf8").trim().split("\n");
const { devDependencies, scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

describe("the Dockerfile", () => {
  test("copies what there is and what is not ignored", () => {
    const fromHere = all("COPY").filter((rest) => !rest.startsWith("--from"));
    const sources = fromHere.flatMap((rest) => rest.split(/ +/).slice(0, -1));
    expect(sources).toContain("bun.lock");
    expect(sources.filter((source) => !existsSync(join(ROOT, source)) || ignored.includes(source))).toEqual([]);
  });

  test("has all that the build reads in its context", () =>
    expect(
      ignored.filter((name) => ["src", "public", "build.ts", "package.json", "bun.lock", "bunfig.toml", "tsconfig.json"].includes(name)),
    ).toEqual([]));

  test("runs programs, scripts and targets that there are", () => {
    const runs = all("RUN").join("\n");
    expect(runs).toContain(`bun@${devDependencies.bun} install --frozen-lockfile`);
    expect([...runs.matchAll(/npm run (\w+)/g)].map(([, name]) => name!).filter((name) => !scripts[name])).toEqual([]);
    for (const architecture of ["amd64", "arm64"])
      expect(findTarget(`linux-${architecture.replace("amd64", "x64-baseline")}`).ending).toBe("");
    expect(runs).toContain("build.ts --target");
  });

  test("ends as a server that is not root, can be reached, keeps its data and can be asked how it is", () => {
    const variables = all("ENV")
      .join(" ")
      .split(/ +/)
      .map((pair) => pair.split("="));
    expect(Object.fromEntries(variables)).toEqual({ KINORA_DATA: "/data", KINORA_HOST: "0.0.0.0", KINORA_PORT: "8080" });
    expect(variables.map(([name]) => name!).filter((name) => !listSettings().some(({ path }) => variableOf(path) === name))).toEqual([]);
    expect(all("USER")).toEqual(["kinora"]);
    expect(all("EXPOSE")).toEqual(["8080"]);
    expect(all("VOLUME")).toEqual(["/data"]);
    expect(all("HEALTHCHECK")[0]).toEndWith('CMD ["kinora", "healthcheck"]');
    expect(all("ENTRYPOINT")).toEqual(['["kinora"]']);
    expect(all("CMD")).toEqual(['["serve"]']);
    expect(all("FROM")).toHaveLength(2);
  });
});
