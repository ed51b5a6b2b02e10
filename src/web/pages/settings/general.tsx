import { useEffect } from "preact/hooks";
import { Switch } from "../../parts/field.tsx";
import { choices, choicesError, loadChoices } from "../../state/create-choices.ts";
import { preferences } from "../../state/preferences.ts";
import { Notify } from "./notify.tsx";
import { NumberField } from "./number.tsx";
import { Choice, FewChoice, prefer, shownOf } from "./preference.tsx";
import { Row } from "./row.tsx";
import { Group } from "./section.tsx";
import { SECONDS } from "./units.ts";
import { VoiceChoice } from "./voice.tsx";

const THEMES = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;
const SHAPES = [
  { value: "16:9", label: "16:9 wide" },
  { value: "9:16", label: "9:16 tall" },
  { value: "1:1", label: "1:1 square" },
] as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const toOptions = (names: readonly string[], auto: string) =>
  names.map((name) => ({ value: name, label: name === "auto" ? auto : name === "off" ? "None" : capital(name) }));

/** How the pages are, and what a new film begins with. */
export function General() {
  useEffect(() => void loadChoices(), []);
  return (
    <>
      <Pages />
      <NewFilm />
    </>
  );
}

const Pages = () => (
  <Group title="Pages">
    <FewChoice name="theme" label="Colours" value={shownOf("theme")} options={THEMES} />
    <Row
      name="refresh_interval"
      label="Ask for figures every"
      hint="Charts and the queue. What happens to jobs is told at once in any case."
    >
      {(props) => (
        <NumberField
          {...props}
          name="refresh_interval"
          label="The interval"
          value={preferences.value.refresh_interval}
          unit={SECONDS}
          least={2}
          most={300}
          onSave={(value, shown) => prefer("refresh_interval", value as number, shown)}
        />
      )}
    </Row>
    <Row name="autoplay" label="Play films by themselves" hint="When a job's page is opened." isSwitch>
      {({ id }) => (
        <Switch id={id} label="Play films by themselves" checked={shownOf("autoplay")} onChange={(on) => prefer("autoplay", on)} />
      )}
    </Row>
    <Notify />
  </Group>
);

function NewFilm() {
  const known = choices.value;
  const captions = shownOf("captions");
  return (
    <Group
      title="A new film begins with"
      about={choicesError.value ? <ChoicesFault /> : "Create starts with these; each film can have others."}
    >
      <Choice
        name="style"
        label="Style"
        value={shownOf("style")}
        options={known?.styles.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        hint={known?.styles.find(({ id }) => id === shownOf("style"))?.description}
      />
      <VoiceChoice />
      <LanguageChoice />
      <FewChoice name="aspect" label="Shape" value={shownOf("aspect")} options={SHAPES} />
      <FewChoice
        name="quality"
        label="Quality"
        value={shownOf("quality")}
        options={(known?.qualities ?? [shownOf("quality")]).map((name) => ({ value: name, label: name })) as never}
      />
      <Choice
        name="captions"
        label="Captions"
        value={typeof captions === "string" ? captions : "a look of your own"}
        options={toOptions(known?.captions ?? [], "As the style has them")}
      />
      <Choice name="music" label="Music" value={shownOf("music")} options={toOptions(known?.music ?? [], "As the film needs it")} />
    </Group>
  );
}

const ChoicesFault = () => (
  <>
    What there is to choose from could not be had.{" "}
    <button type="button" class="set-link" onClick={loadChoices}>
      Try again
    </button>
  </>
);

function LanguageChoice() {
  const chosen = shownOf("language");
  const listed = choices.value?.languages.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const other = chosen && !listed.some(({ value }) => value === chosen) ? [{ value: chosen, label: sayLanguage(chosen) }] : [];
  return (
    <Choice
      name="language"
      label="Language"
      hint={chosen ? undefined : "English where the words do not tell."}
      value={chosen ?? ""}
      options={[{ value: "", label: "As the words are" }, ...listed, ...other]}
    />
  );
}

function sayLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
