import { X } from "lucide";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { PAGES } from "./sidebar.tsx";

/** Keys in words: a space stands between keys that are pressed one after the other, a plus between those pressed together. */
const GROUPS: { title: string; keys: [keys: string, does: string][] }[] = [
  {
    title: "Everywhere",
    keys: [
      ["Ctrl+K", "Search jobs, or jump to a page"],
      ["?", "Show these keys"],
      ["Esc", "Close what is open"],
    ],
  },
  { title: "Pages", keys: PAGES.map(({ key, label }) => [`g ${key}`, label]) },
  {
    title: "The list of jobs",
    keys: [
      ["/", "Search"],
      ["j", "Next job"],
      ["k", "Job before"],
      ["Enter", "Open the job"],
      ["x", "Select it"],
      ["Shift+x", "Select all up to here"],
    ],
  },
  {
    title: "A job, or those selected",
    keys: [
      ["c", "Cancel"],
      ["r", "Retry"],
    ],
  },
  {
    title: "In the search of a log",
    keys: [
      ["Enter", "Next match"],
      ["Shift+Enter", "Match before"],
    ],
  },
  { title: "New video", keys: [["Ctrl+Enter", "Make this video"]] },
];

/** Every key and what it does. */
export function Help({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} class="help">
      <Button kind="icon" icon={X} label="Close" onClick={onClose} />
      <div class="help-groups">
        {GROUPS.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([names, does]) => (
                <div key={names}>
                  <dt>
                    <Keys names={names} />
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="hint">Keys rest while you type. On a Mac, Cmd does what Ctrl does.</p>
    </Dialog>
  );
}

function Keys({ names }: { names: string }) {
  const together = names.split("+");
  const parts = together.length > 1 ? together : names.split(" ");
  const between = together.length > 1 ? "+" : "then";
  return (
    <>
      {parts.map((name, index) => (
        <span key={name}>
          {index > 0 && <span class="quiet"> {between} </span>}
          <kbd>{name}</kbd>
        </span>
      ))}
    </>
  );
}
