import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";

type Props = {
  /** What opens it; it is given what a button needs. */
  button: (props: {
    onClick: (event: MouseEvent) => void;
    "aria-haspopup": "menu";
    "aria-expanded": boolean;
    "aria-controls": string;
  }) => ComponentChildren;
  label: string;
  children: ComponentChildren;
};

const GAP = 4;

/**
 * A list of things to do (`role="menuitem"`), to choose one of (`menuitemradio`) or several (`menuitemcheckbox`, which leave it open), that opens below
 * its button: arrows move in it, Escape and a click elsewhere close it.
 */
export function Menu({ button, label, children }: Props) {
  const id = useId();
  const anchor = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    (anchor.current?.querySelector("button") as HTMLElement | null)?.focus();
  };
  useLayoutEffect(() => {
    const [at, menu] = [anchor.current?.getBoundingClientRect(), list.current];
    if (!open || !at || !menu) return;
    placeBeside(menu, at);
    items(menu)[0]?.focus();
    const leave = (event: Event) => {
      if (!menu.contains(event.target as Node) && !anchor.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", leave, true);
    addEventListener("scroll", leave, true);
    addEventListener("resize", leave);
    return () => {
      removeEventListener("pointerdown", leave, true);
      removeEventListener("scroll", leave, true);
      removeEventListener("resize", leave);
    };
  }, [open]);
  return (
    <span ref={anchor} class="menu-anchor">
      {button({ onClick: () => setOpen(!open), "aria-haspopup": "menu", "aria-expanded": open, "aria-controls": id })}
      {open && (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          class="menu"
          onKeyDown={(event) => moveIn(event, list.current as HTMLElement, close)}
          onClick={(event) => {
            if ((event.target as Element).closest("[role^=menuitem]:not([role=menuitemcheckbox])")) setOpen(false);
          }}
        >
          {children}
        </div>
      )}
    </span>
  );
}

const items = (menu: HTMLElement): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]:not(:disabled)")];

function placeBeside(menu: HTMLElement, at: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + GAP + height <= innerHeight;
  menu.style.top = `${Math.max(GAP, below ? at.bottom + GAP : at.top - GAP - height)}px`;
  menu.style.left = `${Math.max(GAP, Math.min(at.right - width, innerWidth - width - GAP))}px`;
}

function moveIn(event: KeyboardEvent, menu: HTMLElement, close: () => void): void {
  const all = items(menu);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 };
  if (event.key === "Escape" || event.key === "Tab") close();
  else if (event.key in to) all[(to[event.key] as number) % all.length]?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
