import { spawnSync } from "node:child_process";

/** Runs the command given after the parent's process number, unless that parent has died before the death signal was asked for. */
const CHECKED = '[ "$PPID" = "$0" ] || exit 137; exec "$@"';

/** Runs the command beside a watcher that looks once a second whether the parent lives, and kills the group when it does not. */
const WATCHED = `
exec 3<&0
"$@" <&3 3<&- &
child=$!
exec 3<&- </dev/null
( while kill -0 "$0"; do sleep 1; done; kill -9 0 ) >/dev/null 2>&1 &
watcher=$!
wait "$child"
code=$?
kill -9 "$watcher" 2>/dev/null
[ "$code" -gt 128 ] && kill -"$((code - 128))" $$
exit "$code"`;

/** The prefix of a command that polls for its parent's life; for systems without a usable setpriv. */
export const watcherGuard = (): string[] => ["sh", "-c", WATCHED, String(process.pid)];

let guard: string[] | undefined;

/**
 * The prefix that makes a child die with the thread that started it: util-linux's setpriv (prctl(2), PR_SET_PDEATHSIG) where it works,
 * a polling shell elsewhere, nothing on Windows.
 */
export function parentDeathGuard(): string[] {
  guard ??= process.platform === "win32" ? [] : (setprivGuard() ?? watcherGuard());
  return guard;
}

function setprivGuard(): string[] | undefined {
  const setpriv = process.platform === "linux" ? Bun.which("setpriv") : null;
  if (!setpriv || spawnSync(setpriv, ["--pdeathsig", "KILL", "--", "true"], { stdio: "ignore" }).status !== 0) return undefined;
  return [setpriv, "--pdeathsig", "KILL", "--", "sh", "-c", CHECKED, String(process.pid)];
}
