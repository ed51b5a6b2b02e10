import type { Spread } from "../../client/analytics.ts";
import { sayMany, saySeconds } from "../say.ts";
import { secondLevels } from "./levels.ts";

export type NamedSpread = { name: string; spread: Spread /** Where its jobs are. */; href?: string };

/** How long each kind takes: from the shortest to the 95th percentile as a bar, on to the longest as a line, the average as a mark. */
export function Spreads({ rows }: { rows: readonly NamedSpread[] }) {
  const levels = secondLevels(Math.max(0.1, ...rows.map(({ spread }) => spread.maximum ?? 0)));
  const most = levels.at(-1)!;
  return (
    <div class="spreads">
      {rows.map((row) => (
        <SpreadRow key={row.name} {...row} levels={levels} most={most} />
      ))}
      <div class="spreads-scale" aria-hidden="true">
        <span />
        <div>
          {levels.map((level) => (
            <span key={level} style={{ left: `${(level / most) * 100}%` }}>
              {saySeconds(level)}
            </span>
          ))}
        </div>
        <span />
      </div>
    </div>
  );
}

function SpreadRow({ name, spread, href, levels, most }: NamedSpread & { levels: number[]; most: number }) {
  const share = (value: number | null) => `${((value ?? 0) / most) * 100}%`;
  const width = (from: number | null, to: number | null) => `${(Math.max(0, (to ?? 0) - (from ?? 0)) / most) * 100}%`;
  return (
    <div class="spread" data-empty={spread.count === 0 || undefined}>
      <span class="cut">{href ? <a href={href}>{name}</a> : name}</span>
      <div class="spread-plot" role="img" aria-label={saySpread(name, spread)} title={saySpread(name, spread)}>
        {levels.map((level) => (
          <s key={level} style={{ left: share(level) }} />
        ))}
        {spread.count > 0 && (
          <>
            <i data-part="most" style={{ left: share(spread.minimum), width: width(spread.minimum, spread.maximum) }} />
            <i data-part="usual" style={{ left: share(spread.minimum), width: width(spread.minimum, spread.p95) }} />
            <i data-part="average" style={{ left: share(spread.average) }} />
          </>
        )}
      </div>
      <span class="quiet small">{sayMany(spread.count, "job")}</span>
    </div>
  );
}

const saySpread = (name: string, { count, average, minimum, maximum, p95 }: Spread): string =>
  count === 0
    ? `${name}: no jobs`
    : `${name}: ${sayMany(count, "job")}, average ${saySeconds(average ?? 0)}, from ${saySeconds(minimum ?? 0)} to ${saySeconds(maximum ?? 0)}, 95 % within ${saySeconds(p95 ?? 0)}`;

/** What the parts of the rows mean. */
export const SpreadLegend = () => (
  <ul class="legend">
    <li>
      <i class="swatch" data-part="average" />
      Average
    </li>
    <li>
      <i class="swatch" data-part="usual" />
      Minimum to p95
    </li>
    <li>
      <i class="swatch" data-part="most" />
      to maximum
    </li>
  </ul>
);
