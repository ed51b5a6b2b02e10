import { Plus } from "lucide";
import { LinkButton } from "../parts/button.tsx";
import { Empty } from "../parts/states.tsx";
import { useTitle } from "../state/title.ts";

/** The page on which videos will be studied: it says what can be done until then. */
export default function Analyze() {
  useTitle("Analyze");
  return (
    <>
      <div class="page-head">
        <h1>Analyze</h1>
      </div>
      <Empty
        title="Studying videos is not part of this version yet"
        act={
          <LinkButton icon={Plus} to="/create">
            Make a film
          </LinkButton>
        }
      >
        <p>
          Kinora cannot yet transcribe a video, find its best moments and cut clips of them. What it does today is the other way round: it
          makes a film of a prompt, or of a script that it speaks word for word.
        </p>
      </Empty>
    </>
  );
}
