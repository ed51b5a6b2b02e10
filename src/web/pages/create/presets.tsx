import { CircleCheck, SlidersHorizontal } from "lucide";
import { Icon } from "../../parts/icon.tsx";
import { choosePreset, form } from "../../state/create.ts";
import type { PresetName } from "../../state/create-form.ts";
import { PICTURES } from "./pictures.ts";

const CARDS: { name: PresetName; title: string; size?: string; words: string }[] = [
  { name: "cinematic", title: "Cinematic", size: "1920×1080", words: "slow, music and narration" },
  { name: "social", title: "Social", size: "1080×1080", words: "fast, big captions" },
  { name: "educational", title: "Educational", size: "1280×720", words: "narration only" },
  { name: "custom", title: "Custom", words: "Start from your preferences" },
];

/** The beginnings that a film can have, each with a moment of such a film. */
export function Presets() {
  const chosen = form.value.preset;
  return (
    <fieldset class="create-presets" aria-label="Begin with">
      {CARDS.map(({ name, title, size, words }) => (
        <label key={name} class="create-preset">
          <input
            type="radio"
            class="unseen"
            name="preset"
            checked={chosen === name}
            onClick={() => choosePreset(name)}
            onChange={() => choosePreset(name)}
          />
          {name === "custom" ? (
            <span class="create-picture">
              <Icon of={SlidersHorizontal} size={20} />
            </span>
          ) : (
            <img class="create-picture" src={PICTURES[name]} alt="" width={400} height={226} loading="lazy" decoding="async" />
          )}
          <b>
            {title}
            {chosen === name && <Icon of={CircleCheck} />}
          </b>
          <span class="small quiet">
            {size}
            <span class="wide">
              {size && ", "}
              {words}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
