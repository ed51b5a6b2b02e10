import { form } from "../../state/create.ts";
import { ownColours } from "./custom-look.tsx";
import { PICTURES } from "./pictures.ts";

/** What films of the chosen style look like; a style without a picture is shown by its colours. */
export function Preview() {
  const { style, custom } = form.value;
  const picture = (PICTURES as Partial<Record<string, string>>)[style];
  return (
    <figure class="create-preview">
      {picture ? (
        <img src={picture} alt={`A moment of a film in the style ${style}`} width={400} height={226} decoding="async" />
      ) : (
        <Own colours={ownColours(custom)} />
      )}
      <figcaption class="small quiet">{picture ? "Style preview, drawn by Kinora" : "Your colours"}</figcaption>
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
