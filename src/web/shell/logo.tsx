/** Kinora's mark: a shutter opening. */
export const Mark = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    {[0, 1, 2, 3, 4, 5, 6, 7].map((blade) => (
      <rect
        key={blade}
        x="11"
        y="1.5"
        width="2.2"
        height="7"
        rx="1.1"
        transform={`rotate(${blade * 45} 12 12)`}
        fill={blade === 1 ? "var(--accent)" : "currentColor"}
        opacity={1 - blade * 0.07}
      />
    ))}
  </svg>
);
