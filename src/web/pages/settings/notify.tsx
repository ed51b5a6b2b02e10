import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Switch } from "../../parts/field.tsx";
import { canTellOutside } from "../../state/notifications.ts";
import { quiet, refuse } from "../../state/settings-fields.ts";
import { prefer, shownOf } from "./preference.tsx";
import { Row } from "./row.tsx";

const LABEL = "Tell when a job ends while this page is hidden";
const USUAL = "By a message of the system. The bell tells of it in any case.";
const INSECURE =
  "Browsers let only pages that come by HTTPS, or from this computer, show messages of the system. The bell tells of ended jobs in any case.";
const DENIED = "This browser has been told to show no messages of this page. Its settings for this site can change that; then try again.";

/** Whether the system tells of ends; asks the browser for leave when it is switched on. */
export function Notify() {
  const can = canTellOutside();
  const on = shownOf("notifications");
  const [permission, setPermission] = useState(can ? Notification.permission : "denied");
  const allow = async (): Promise<boolean> => {
    const answer = await Notification.requestPermission();
    setPermission(answer);
    if (answer === "granted") quiet("notifications");
    else refuse("notifications", answer === "denied" ? DENIED : "The browser was not given leave to show messages.");
    return answer === "granted";
  };
  const turn = async (wanted: boolean) => {
    if (!wanted || permission === "granted" || (await allow())) await prefer("notifications", wanted);
  };
  const hint = !can ? INSECURE : on && permission !== "granted" ? "It is on, but this browser has not been given leave." : USUAL;
  return (
    <Row name="notifications" label={LABEL} hint={hint} isSwitch>
      {({ id }) => (
        <span class="set-beside">
          <Switch id={id} label={LABEL} checked={on} disabled={!can && !on} onChange={turn} />
          {can && on && permission !== "granted" && <Button onClick={allow}>Allow in this browser</Button>}
        </span>
      )}
    </Row>
  );
}
