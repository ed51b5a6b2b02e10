/** Words as one line: a space before each but the first and those that are joined to the word before. */
export function joinWords(words: readonly { text: string; joined?: boolean | undefined }[]): string {
  return words.map(({ text, joined }, index) => (index === 0 || joined ? text : ` ${text}`)).join("");
}
