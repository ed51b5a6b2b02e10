import { useTitle } from "../state/title.ts";

/** The page "Analyze". */
export default function Analyze() {
  useTitle("Analyze");
  return <h1>Analyze</h1>;
}
