import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "./button.tsx";

type Props = { title: string; onClose: () => void; children: ComponentChildren; foot?: ComponentChildren; class?: string };

/** A window over the page, in which the keyboard stays; Escape and a click beside it close it. */
export function Dialog({ title, onClose, children, foot, ...more }: Props) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    box.current?.showModal();
    return () => before?.focus?.();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, by the element itself
    <dialog
      ref={box}
      class={more.class}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === box.current && onClose()}
    >
      <div class="dialog-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
      {foot && <div class="dialog-foot">{foot}</div>}
    </dialog>
  );
}

type AskProps = { title: string; text: ComponentChildren; yes: string; onYes: () => void; onClose: () => void };

/** Asks before something that cannot be taken back. */
export function Ask({ title, text, yes, onYes, onClose }: AskProps) {
  const foot = (
    <>
      <Button onClick={onClose}>Not now</Button>
      <Button
        kind="danger"
        onClick={() => {
          onClose();
          onYes();
        }}
      >
        {yes}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} foot={foot}>
      <p>{text}</p>
    </Dialog>
  );
}
