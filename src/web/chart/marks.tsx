export type Mark = { name: string; token: string; value?: string /** A line in place of a box. */; line?: boolean };

/** What a colour stands for. */
export const Swatch = ({ token, line }: Pick<Mark, "token" | "line">) => (
  <i class="swatch" data-line={line || undefined} style={{ background: `var(--${token})` }} />
);

/** What stands beside the pointer: when it is, and each value there with the colour that it has. */
export function Marks({ title, marks }: { title: string; marks: Mark[] }) {
  return (
    <>
      <strong>{title}</strong>
      <ul>
        {marks.map(({ name, token, value, line }) => (
          <li key={name}>
            <Swatch token={token} line={line ?? false} />
            <span>{name}</span>
            <b>{value}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the colours of a chart stand for. */
export const Legend = ({ marks }: { marks: readonly Mark[] }) => (
  <ul class="legend">
    {marks.map(({ name, token, line }) => (
      <li key={name}>
        <Swatch token={token} line={line ?? false} />
        {name}
      </li>
    ))}
  </ul>
);
