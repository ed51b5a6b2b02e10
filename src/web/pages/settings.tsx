import type { ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Problem, Skeleton } from "../parts/states.tsx";
import { href, place, restoreScroll } from "../router.ts";
import { preferencesKnown } from "../state/preferences.ts";
import { loadSettings, settings, settingsError } from "../state/settings.ts";
import { useTitle } from "../state/title.ts";
import { About } from "./settings/about.tsx";
import { Export } from "./settings/export.tsx";
import { General } from "./settings/general.tsx";
import { Limits } from "./settings/limits.tsx";
import { Rates } from "./settings/rates.tsx";
import { Storage } from "./settings/storage.tsx";

type Section = { id: string; name: string; about: string; Content: ComponentType; needsSettings?: boolean };

const SECTIONS: readonly Section[] = [
  {
    id: "general",
    name: "General",
    about: "Kept on the server, for every browser. Each choice is saved at once.",
    Content: General,
    needsSettings: true,
  },
  {
    id: "limits",
    name: "Limits and quotas",
    about: "How much this server takes on. Changes count at once.",
    Content: Limits,
    needsSettings: true,
  },
  {
    id: "storage",
    name: "Storage and retention",
    about: "What lies on the disk, and for how long.",
    Content: Storage,
    needsSettings: true,
  },
  { id: "rates", name: "Rates", about: "What your films cost you.", Content: Rates, needsSettings: true },
  { id: "export", name: "Export and reports", about: "To keep, to print, or to reckon with elsewhere.", Content: Export },
  { id: "about", name: "About", about: "What this server is and stands on.", Content: About },
];

/** The page "Settings": its sections are at `/settings?section=NAME`. */
export default function Settings() {
  const id = place.value.query.get("section");
  const section = SECTIONS.find((one) => one.id === id) ?? SECTIONS[0]!;
  useTitle(section.name === "General" ? "Settings" : `${section.name}, Settings`);
  useEffect(() => void loadSettings(), []);
  const { name, about, Content, needsSettings } = section;
  const isReady = !needsSettings || (settings.value !== null && preferencesKnown.value);
  useEffect(() => {
    if (isReady) restoreScroll();
  }, [isReady, section]);
  return (
    <div class="settings">
      <Sections here={section.id} />
      <div class="set-main">
        <div class="set-head">
          <h1>{name}</h1>
          <p>{about}</p>
        </div>
        {settingsError.value !== undefined && needsSettings && (
          <Problem title="Settings could not be had" error={settingsError.value} onRetry={loadSettings} />
        )}
        {isReady ? <Content key={section.id} /> : settingsError.value === undefined && <Waiting />}
      </div>
    </div>
  );
}

function Sections({ here }: { here: string }) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [here]);
  return (
    <nav class="set-nav" aria-label="Sections of the settings" ref={list}>
      {SECTIONS.map(({ id, name }) => (
        <a key={id} href={href(id === "general" ? "/settings" : `/settings?section=${id}`)} aria-current={id === here ? "page" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

const Waiting = () => (
  <div class="set-group" aria-busy="true">
    <Skeleton width="120px" height="20px" />
    <div class="panel set-rows">
      {[0, 1, 2, 3].map((at) => (
        <div key={at} class="set-row">
          <Skeleton width="60%" height="20px" />
          <Skeleton height="32px" />
        </div>
      ))}
    </div>
  </div>
);
