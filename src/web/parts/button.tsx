import type { IconNode } from "lucide";
import type { ComponentChildren } from "preact";
import { href } from "../router.ts";
import { Icon } from "./icon.tsx";

type Look = { kind?: "main" | "plain" | "danger" | "bare" | "icon"; icon?: IconNode; dense?: boolean; title?: string; class?: string };

type ButtonProps = Look & {
  onClick?: (event: MouseEvent) => void;
  disabled?: boolean;
  type?: "button" | "submit";
  /** What it does, where no words stand in it. */
  label?: string;
  pressed?: boolean;
  children?: ComponentChildren;
};

/** A button. One of `kind="main"` on a screen at most. */
export function Button({ kind = "plain", icon, dense, label, pressed, type = "button", children, ...more }: ButtonProps) {
  const className = `button ${more.class ?? ""}`;
  return (
    <button
      {...more}
      type={type}
      class={className}
      data-kind={kind}
      data-dense={dense || undefined}
      aria-label={label}
      aria-pressed={pressed}
      title={more.title ?? (kind === "icon" ? label : undefined)}
    >
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}

type LinkProps = Look & {
  /** A path of the pages, or with `away` any address of the server. */ to: string;
  away?: boolean;
  download?: boolean;
  /** Opens beside this page. */
  blank?: boolean;
  label?: string;
  children?: ComponentChildren;
};

/** A link that looks like a button. */
export function LinkButton({ kind = "plain", icon, dense, to, away, download, blank, label, title, children, ...more }: LinkProps) {
  return (
    <a
      class={`button ${more.class ?? ""}`}
      data-kind={kind}
      data-dense={dense || undefined}
      href={away ? to : href(to)}
      download={download}
      target={blank ? "_blank" : undefined}
      rel={blank ? "noopener" : undefined}
      aria-label={label}
      title={title ?? (kind === "icon" ? label : undefined)}
    >
      {icon && <Icon of={icon} />}
      {children}
    </a>
  );
}
