import { form } from "../../state/create.ts";
import { ownColours } from "./custom-look.tsx";
import { PICTURES } from "./pictures.ts";

/** What films of the chosen style look like. */
export function Preview() {
  const { style, custom } = form.value;
  return (
    <figure class="create-preview">
      {style === "custom" ? (
        <Own colours={ownColours(custom)} />
      ) : (
        <img src={PICTURES[style]} alt={`A moment of a film in the style ${style}`} width={400} height={226} decoding="async" />
      )}
      <figcaption class="small quiet">{style === "custom" ? "Your colours" : "Style preview, drawn by Kinora"}</figcaption>
    </figure>
  );
}

function Own({ colours }: { colours: ReturnType<typeof ownColours> }) {
  const { background_top: top = "#16324f", background_bottom: bottom = "#e7a977", accent = "#f4c353", text = "#ffffff" } = colours;
  return (
    <div class="create-own" style={{ background: `linear-gradient(${top}, ${bottom})`, color: text }} aria-hidden="true">
      <b>Your style</b>
      <i style={{ background: accent }} />
    </div>
  );
}
