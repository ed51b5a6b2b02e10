import { espeak } from "../../../src/providers/speech/espeak.ts";
import { openData } from "../../../src/system/data.ts";
import { speechContract } from "../../contract/speech.ts";

speechContract(espeak, openData(), {
  voice: "espeak-es",
  language: "es",
  text: "El desierto no está vacío. De noche, los zorros salen de sus madrigueras, los escarabajos suben a las dunas y los búhos escuchan a los ratones.",
});
