import { Lock, Undo2 } from "lucide";
import { useState } from "preact/hooks";
import type { ServerSetting } from "../../../client/settings.ts";
import { Button } from "../../parts/button.tsx";
import { Ask } from "../../parts/dialog.tsx";
import { Icon } from "../../parts/icon.tsx";
import { sayMany } from "../../say.ts";
import { changeSetting, settings } from "../../state/settings.ts";
import { draft, drafts } from "../../state/settings-fields.ts";
import { NumberField } from "./number.tsx";
import { Fact, Row } from "./row.tsx";
import { PLAIN, type Unit, writeNumber } from "./units.ts";
import { LEVELS, sayOrigin, settersOf, WORDS } from "./words.ts";

/** A setting of the server, to be changed where the pages may; otherwise with who has set it. */
export function Setting({ path }: { path: string }) {
  const setting = settings.value?.find((one) => one.path === path);
  if (!setting) return null;
  return setting.editable ? <Editable setting={setting} /> : <Fixed setting={setting} />;
}

const wordsOf = ({ path, description }: ServerSetting) => WORDS[path] ?? { label: path, hint: description };

/** A value as it is read. */
function sayValue(value: ServerSetting["value"], unit: Unit | undefined, zero?: string): string {
  if (value === null) return "Automatic";
  if (value === 0 && zero) return `0, ${zero}`;
  if (typeof value === "string") return LEVELS[value] ?? (value || "None");
  return unit ? `${writeNumber(value / unit.factor)}${unit.suffix && ` ${unit.suffix}`}` : String(value);
}

function Editable({ setting }: { setting: ServerSetting }) {
  const { path, value, options, least, most, fallback, origin } = setting;
  const { label, hint, unit = PLAIN, zero } = wordsOf(setting);
  const [asked, ask] = useState<{ days: number; shown: string } | null>(null);
  const keep = (next: number | null, shown: string) => {
    const removes = path === "keep.jobs" && next !== null && next > 0 && (value === 0 || next < Number(value));
    if (removes) ask({ days: next, shown });
    else void changeSetting(path, next, shown);
  };
  const putBack = (event: MouseEvent) => {
    (event.currentTarget as Element).closest(".set-row")?.querySelector<HTMLElement>("input, select")?.focus();
    void changeSetting(path, null, undefined);
  };
  const back = origin === "page" && (
    <Button dense kind="bare" class="set-back" icon={Undo2} onClick={putBack}>
      Put back {sayValue(fallback, unit, zero)}
    </Button>
  );
  return (
    <Row name={path} label={label} hint={hint} aside={back}>
      {(props) =>
        options ? (
          <select
            {...props}
            class="input"
            value={(drafts.value[path] as string | undefined) ?? String(value)}
            onChange={(event) => changeSetting(path, event.currentTarget.value, event.currentTarget.value)}
          >
            {options.map((option) => (
              <option key={option} value={option}>
                {LEVELS[option] ?? option}
              </option>
            ))}
          </select>
        ) : (
          <>
            <NumberField {...props} name={path} label={label} value={Number(value)} unit={unit} least={least} most={most} onSave={keep} />
            {asked && (
              <Ask
                title="Remove older films?"
                text={`Jobs that ended more than ${sayMany(asked.days, "day")} ago go for good, with their films and logs. It begins within a quarter of an hour.`}
                yes={`Keep ${sayMany(asked.days, "day")}`}
                onYes={() => changeSetting(path, asked.days, asked.shown)}
                onClose={() => {
                  ask(null);
                  draft(path, undefined);
                }}
              />
            )}
          </>
        )
      }
    </Row>
  );
}

function Fixed({ setting }: { setting: ServerSetting }) {
  const { path, value, origin } = setting;
  const { label, hint, unit, zero } = wordsOf(setting);
  const { flag, variable } = settersOf(path);
  return (
    <Fact label={label} hint={hint}>
      <span>{sayValue(value, unit, zero)}</span>
      <span class="set-origin">
        <Icon of={Lock} size={12} />
        <span>
          {origin === "default" ? (
            <>
              Set at the start, by <code>{flag}</code> or <code>{variable}</code>
            </>
          ) : (
            <>Set by {sayOrigin(origin)}</>
          )}
        </span>
      </span>
    </Fact>
  );
}
