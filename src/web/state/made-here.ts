const NAME = "kinora.made";
const MOST = 50;

/** Jobs that were made in this tab, by their ids, with the words they were asked for with; a reload does not forget them. */
const mine = new Map<string, string>(read());

function read(): [string, string][] {
  try {
    return Object.entries(JSON.parse(sessionStorage.getItem(NAME) ?? "{}"));
  } catch {
    return [];
  }
}

/** Notes that a job was made in this tab: its end is told here. */
export function noteMade(jobId: string, words: string): void {
  mine.set(jobId, words.slice(0, 500));
  for (const old of [...mine.keys()].slice(0, -MOST)) mine.delete(old);
  try {
    sessionStorage.setItem(NAME, JSON.stringify(Object.fromEntries(mine)));
  } catch {
    // It is told as long as the page is not loaded anew.
  }
}

/** What a job was asked for with, if it was made in this tab. */
export const wordsOfMine = (jobId: string): string | undefined => mine.get(jobId);
