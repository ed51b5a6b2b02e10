/** Lines of one run that are told; of a program that says more, only how many there were. */
const MOST_LINES = 200;
/** Characters of one line. */
const LONGEST_LINE = 500;

/** Where files lie is nobody's business who reads a job's log. */
const FOLDERS = /file:[^']*\//g;

let told: ((line: string) => void) | undefined;

/** What programs say that this thread runs is told to `listener`, for the log of the job that they run for. */
export function tellProgramLines(listener: (line: string) => void): void {
  told = listener;
}

/** What one run of a program says on standard error. */
export type ProgramLog = { line: (text: string) => void /** Says how much was left out. */; end: () => void };

/** Opens the log of one run; `what` is done by it: "Encoding a scene". Bounded, however much the program says. */
export function openProgramLog(what: string): ProgramLog {
  let count = 0;
  const tell = (text: string) => told?.(`${what}: ${text}`);
  return {
    line(text) {
      const line = text.replaceAll(FOLDERS, "").trimEnd();
      if (line === "" || ++count > MOST_LINES) return;
      tell(line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE - 1).toWellFormed()}…`);
    },
    end() {
      if (count > MOST_LINES) tell(`and ${(count - MOST_LINES).toLocaleString("en")} lines more`);
      count = 0;
    },
  };
}
