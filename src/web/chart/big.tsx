/** A figure in large digits, its units in small: `1 min 48 s`, `97.2 %`. */
export const Big = ({ children }: { children: string }) => (
  <strong class="big">
    {(children.match(/[\d.,+\-−–∞]+|[^\d.,+\-−–∞]+/g) ?? []).map((part, at) =>
      /\d|–/.test(part) ? <span key={at}>{part}</span> : <small key={at}>{part.trim()}</small>,
    )}
  </strong>
);
