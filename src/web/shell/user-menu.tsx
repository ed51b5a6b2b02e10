import { CircleUser } from "lucide";
import { Button } from "../parts/button.tsx";

/** Theme, shortcuts and settings. */
export function UserMenu() {
  return <Button kind="icon" icon={CircleUser} label="Menu" />;
}
