import { closeSync, openSync, statfsSync, unlinkSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small disk of one's own. */
export type SmallDisk = {
  folder: string;
  free: () => number;
  /** Fills it until so many bytes are free, or as full as it gets. */
  fill: (leave: number) => void;
  /** Takes the filling away. */
  clear: () => void;
  remove: () => Promise<void>;
};

/** Mounts a disk in memory of so many bytes; undefined where this user may not. */
export async function mountSmallDisk(bytes: number): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "kinora-disk-"));
  const mounted =
    Bun.spawnSync(["mount", "-t", "tmpfs", "-o", `size=${bytes}`, "kinora-test", folder], { stderr: "ignore" }).exitCode === 0;
  if (!mounted) {
    await rm(folder, { recursive: true });
    return undefined;
  }
  const unmount = () => void Bun.spawnSync(["umount", "-l", folder], { stderr: "ignore" });
  process.on("exit", unmount);
  const filling = join(folder, "filling");
  const free = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    free,
    fill(leave) {
      const file = openSync(filling, "a");
      try {
        while (free() > leave) writeSync(file, Buffer.alloc(Math.min(1 << 20, Math.max(4096, free() - leave))));
      } catch (error) {
        if ((error as { code?: string }).code !== "ENOSPC") throw error;
      } finally {
        closeSync(file);
      }
    },
    clear: () => unlinkSync(filling),
    async remove() {
      unmount();
      process.off("exit", unmount);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
