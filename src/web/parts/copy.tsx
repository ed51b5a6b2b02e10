import { Check, Copy } from "lucide";
import { useState } from "preact/hooks";
import { say } from "../state/toasts.ts";
import { Button } from "./button.tsx";

/** Puts a text on the clipboard, also where the page did not come by HTTPS. Resolves with whether that went well. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The old way, for pages that browsers do not call secure: a selected text is copied by command. */
function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  const within = document.querySelector("dialog[open]") ?? document.body;
  const before = document.activeElement as HTMLElement | null;
  within.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  before?.focus?.();
  return done;
}

/** A button that copies. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    if (!(await copyText(text))) return say("bad", "The browser does not let this page copy. Select the text and copy it by hand.");
    setDone(true);
    setTimeout(() => setDone(false), 1500);
  };
  return <Button kind="icon" dense icon={done ? Check : Copy} label={done ? "Copied" : label} onClick={copy} />;
}
