import { afterAll, expect, test } from "bun:test";
import { temporaryFolder } from "./fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

/** Runs a command where a disk of so many megabytes is mounted at `folder`, for it alone. */
const onSmallDisk = (megabytes: number, command: string): string[] => [
  "unshare",
  "--user",
  "--map-root-user",
  "--mount",
  "sh",
  "-c",
  `mount -t tmpfs -o size=${megabytes}m none '${folder}' && ${command}`,
];
const isPossible = Bun.which("unshare") !== null && Bun.spawnSync(onSmallDisk(1, "true")).exitCode === 0;

test.skipIf(!isPossible)(
  "a full disk refuses jobs, still takes what failed and what is deleted, and takes jobs again once there is room",
  async () => {
    const command = `exec '${process.execPath}' '${import.meta.dir}/child.ts' full '${folder}/full.db'`;
    const child = Bun.spawn(onSmallDisk(16, command), { stdout: "pipe", stderr: "inherit" });
    const { acknowledged, ...told } = JSON.parse(await new Response(child.stdout).text());
    expect(acknowledged).toBeGreaterThan(50);
    expect(told).toEqual({
      filled: "disk_full",
      inserting: ["disk_full", "disk_full"],
      failing: "done",
      measuring: "disk_full",
      deleting: "done",
      left: -1,
      ballast: false,
      after: ["done", "done", "done"],
      refilled: true,
      total: 1,
      failed: 1,
    });
  },
);
