import { useTitle } from "../state/title.ts";

/** The page "Job". */
export default function Job() {
  useTitle("Job");
  return <h1>Job</h1>;
}
