import { CircleAlert, LoaderCircle, Play, Square } from "lucide";
import { useEffect } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { choices, speaks } from "../../state/create-choices.ts";
import { playSample, sample, stopSample } from "../../state/create-sample.ts";
import { Choice, shownOf } from "./preference.tsx";

/** Who speaks in a new film, to be heard before it is chosen. */
export function VoiceChoice() {
  useEffect(() => stopSample, []);
  const known = choices.value;
  const chosen = shownOf("voice");
  const language = shownOf("language");
  const voice = known?.voices.find(({ id }) => id === chosen);
  const own = voice && voice.languages[0] !== "*" ? voice.languages[0] : undefined;
  const spoken = (voice && language && speaks(voice.languages, language) ? language : own) ?? language ?? "en";
  const heard = chosen ?? known?.languages.find(({ id }) => speaks([id], spoken))?.voice ?? known?.voices[0]?.id;
  const failed = sample.value?.state === "failed";
  return (
    <Choice
      name="voice"
      label="Voice"
      hint={failed ? "The sample could not be played. Try again in a moment." : (voice?.note ?? "The first that speaks the language.")}
      value={chosen ?? ""}
      options={[{ value: "", label: "The language's own" }, ...(known?.voices.map(({ id, name }) => ({ value: id, label: name })) ?? [])]}
      beside={<Sample voice={heard} language={spoken} />}
    />
  );
}

function Sample({ voice, language }: { voice: string | undefined; language: string }) {
  const now = sample.value;
  const state = now && now.voice === voice && now.language === language ? now.state : null;
  const isOn = state === "playing" || state === "loading";
  const icon = state === "loading" ? LoaderCircle : state === "playing" ? Square : state === "failed" ? CircleAlert : Play;
  return (
    <Button
      kind="plain"
      class="set-square"
      icon={icon}
      label={isOn ? "Stop the sample" : "Play a sample of the voice"}
      title={isOn ? "Stop" : "Play a sample"}
      disabled={!voice}
      onClick={() => (isOn || !voice ? stopSample() : playSample(voice, language))}
    />
  );
}
