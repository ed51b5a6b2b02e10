import { useTitle } from "../state/title.ts";

/** The page "Dashboard". */
export default function Dashboard() {
  useTitle("Dashboard");
  return <h1>Dashboard</h1>;
}
