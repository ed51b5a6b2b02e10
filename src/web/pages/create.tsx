import { useTitle } from "../state/title.ts";

/** The page "Create". */
export default function Create() {
  useTitle("Create");
  return <h1>Create</h1>;
}
