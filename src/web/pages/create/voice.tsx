import { CircleAlert, LoaderCircle, Play, Square } from "lucide";
import { useEffect } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { change, form } from "../../state/create.ts";
import { choices, choicesError, loadChoices, speaks } from "../../state/create-choices.ts";
import { playSample, sample, stopSample } from "../../state/create-sample.ts";
import { faultOf } from "./fault.ts";

/** Who speaks, and in which language. */
export function Voice() {
  useEffect(() => stopSample, []);
  return (
    <>
      <VoiceField />
      <LanguageField />
    </>
  );
}

function VoiceField() {
  const { voice, language } = form.value;
  const known = choices.value;
  const fitting = known?.voices.filter(({ id, languages }) => id === voice || !language || speaks(languages, language)) ?? [];
  const chosen = fitting.find(({ id }) => id === voice);
  const spoken = language ?? (chosen && chosen.languages[0] !== "*" ? chosen.languages[0] : undefined) ?? "en";
  const heard = voice ?? known?.languages.find(({ id }) => speaks([id], spoken))?.voice ?? known?.voices[0]?.id;
  return (
    <div class="create-voice">
      <Field
        label="Voice"
        fault={faultOf("voice", "The voice")}
        hint={<VoiceHint note={chosen ? chosen.note : known?.voices.find(({ id }) => id === heard)?.name} />}
      >
        {(props) => (
          <select {...props} class="input" value={voice ?? ""} onChange={(event) => change({ voice: event.currentTarget.value || null })}>
            <option value="">The language's own</option>
            {voice && !chosen && <option value={voice}>{voice}</option>}
            {fitting.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <SampleButton voice={heard} language={spoken} />
    </div>
  );
}

function VoiceHint({ note }: { note: string | null | undefined }) {
  if (sample.value?.state === "failed") return <>The sample could not be played. Try again in a moment.</>;
  if (choicesError.value)
    return (
      <>
        The voices could not be listed.{" "}
        <button type="button" class="link" onClick={loadChoices}>
          Try again
        </button>
      </>
    );
  return <>{note ?? "\u00a0"}</>;
}

function SampleButton({ voice, language }: { voice: string | undefined; language: string }) {
  const now = sample.value;
  const state = now?.voice === voice && now?.language === language ? now.state : null;
  const isOn = state === "playing" || state === "loading";
  const icon = state === "loading" ? LoaderCircle : state === "playing" ? Square : state === "failed" ? CircleAlert : Play;
  return (
    <Button
      icon={icon}
      class="create-sample"
      label={isOn ? "Stop the sample" : "Play a sample of the voice"}
      title={isOn ? "Stop" : "Play a sample"}
      disabled={!voice}
      onClick={() => (isOn || !voice ? stopSample() : playSample(voice, language))}
    />
  );
}

function LanguageField() {
  const { language, voice } = form.value;
  const known = choices.value;
  const listed = known?.languages ?? [];
  const choose = (next: string | null) => {
    const spoken = known?.voices.find(({ id }) => id === voice)?.languages;
    change({ language: next, ...(next && spoken && !speaks(spoken, next) && { voice: null }) });
  };
  return (
    <Field label="Language" fault={faultOf("language", "The language")} hint={language ? "\u00a0" : "English where the words do not tell"}>
      {(props) => (
        <select {...props} class="input" value={language ?? ""} onChange={(event) => choose(event.currentTarget.value || null)}>
          <option value="">As the words are</option>
          {language && !listed.some(({ id }) => id === language) && <option value={language}>{language}</option>}
          {listed.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
