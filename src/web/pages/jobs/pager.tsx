import { ChevronLeft, ChevronRight } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { sayCount } from "../../say.ts";
import { order, pagination } from "../../state/jobs.ts";
import { asked, goToPage, LIMITS, limitOf, setLimit } from "../../state/jobs-query.ts";

/** Which part of the list this is, and the ways to the others. */
export function Pager() {
  const told = pagination.value;
  if (!told) return null;
  const { total, total_is_exact, offset } = told;
  const limit = Number(limitOf(asked.value)) || told.limit;
  const shown = order.value.length;
  const here = Math.floor(offset / limit) + 1;
  const pages = Math.max(1, Math.ceil(total / limit));
  const isMore = total_is_exact ? here < pages : shown >= limit;
  const of = `${sayCount(total)}${total_is_exact ? "" : "+"}`;
  const limits = LIMITS.includes(limit) ? LIMITS : [...LIMITS, limit];
  return (
    <span class="jobs-pager">
      <span class="quiet">{shown === 0 ? `0 of ${of}` : `${sayCount(offset + 1)}–${sayCount(offset + shown)} of ${of}`}</span>
      <select
        class="input"
        aria-label="Jobs a page"
        value={String(limit)}
        onChange={(event) => setLimit(Number(event.currentTarget.value))}
      >
        {limits.map((each) => (
          <option key={each} value={String(each)}>
            {each} rows
          </option>
        ))}
      </select>
      <span class="jobs-turn">
        <Button kind="icon" dense icon={ChevronLeft} label="Previous page" disabled={here <= 1} onClick={() => goToPage(here - 1, limit)} />
        <Jump here={here} pages={total_is_exact ? pages : undefined} onJump={(page) => goToPage(page, limit)} />
        <Button kind="icon" dense icon={ChevronRight} label="Next page" disabled={!isMore} onClick={() => goToPage(here + 1, limit)} />
      </span>
    </span>
  );
}

type JumpProps = { here: number; pages: number | undefined; onJump: (page: number) => void };

function Jump({ here, pages, onJump }: JumpProps) {
  const [text, setText] = useState(String(here));
  useEffect(() => setText(String(here)), [here]);
  const jump = () => {
    const page = Math.min(pages ?? Number.MAX_SAFE_INTEGER, Math.max(1, Math.floor(Number(text)) || here));
    setText(String(page));
    if (page !== here) onJump(page);
  };
  return (
    <span class="jobs-jump">
      <span>Page</span>
      <input
        class="input"
        aria-label="Page"
        inputMode="numeric"
        maxLength={6}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && jump()}
        onBlur={jump}
      />
      {pages !== undefined && <span>of {sayCount(pages)}</span>}
    </span>
  );
}
