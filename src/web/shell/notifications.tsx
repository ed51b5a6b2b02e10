import { Bell } from "lucide";
import { Button } from "../parts/button.tsx";

/** What has ended lately. */
export function Notifications() {
  return <Button kind="icon" icon={Bell} label="Notifications" />;
}
