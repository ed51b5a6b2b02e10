/** Reads `-progress` output piece by piece and tells how much of the output, in seconds, is made. `out_time_ms` is microseconds too; both are taken. */
export function progressReader(onSeconds: (seconds: number) => void): (text: string) => void {
  let partial = "";
  return (text) => {
    const lines = (partial + text).split("\n");
    partial = lines.pop() ?? "";
    for (const line of lines) {
      const time = /^out_time_(?:us|ms)=(\d+)\s*$/.exec(line);
      if (time) onSeconds(Number(time[1]) / 1e6);
    }
  };
}
