import { useTitle } from "../state/title.ts";

/** The page "Settings". */
export default function Settings() {
  useTitle("Settings");
  return <h1>Settings</h1>;
}
