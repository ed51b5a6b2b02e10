import { useTitle } from "../state/title.ts";

/** The page "Analytics". */
export default function Analytics() {
  useTitle("Analytics");
  return <h1>Analytics</h1>;
}
