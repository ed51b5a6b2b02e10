import { useTitle } from "../state/title.ts";

/** The page "Jobs". */
export default function Jobs() {
  useTitle("Jobs");
  return <h1>Jobs</h1>;
}
