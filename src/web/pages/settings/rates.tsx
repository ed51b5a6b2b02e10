import type { Preferences } from "../../../client/preferences.ts";
import { sayMoney } from "../../say.ts";
import { preferences } from "../../state/preferences.ts";
import { NumberField } from "./number.tsx";
import { Choice, prefer, shownOf } from "./preference.tsx";
import { Row } from "./row.tsx";
import { Group } from "./section.tsx";

type Rate = "compute_per_hour" | "storage_per_gb_month";

const names = new Intl.DisplayNames(undefined, { type: "currency" });
const CURRENCIES = Intl.supportedValuesOf("currency").map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
const MOST = 1_000_000;

/** What computing and storage cost, from which costs are reckoned. */
export const Rates = () => (
  <Group about="Kinora asks for no money; these are your own costs, such as electricity or a rented server. Analytics, reports and Create reckon with them.">
    <Choice name="currency" label="Currency" value={shownOf("currency")} options={CURRENCIES} />
    <RateRow name="compute_per_hour" label="An hour of computing" hint="Counted while a job is being worked on." />
    <RateRow name="storage_per_gb_month" label="A GB kept for a month" hint="Counted for films and what lies beside them." />
  </Group>
);

function RateRow({ name, label, hint }: { name: Rate; label: string; hint: string }) {
  const { currency }: Preferences = preferences.value;
  const value = preferences.value[name];
  return (
    <Row name={name} label={label} hint={value === null ? hint : `${hint} Now ${sayMoney(value, currency)}.`}>
      {(props) => (
        <NumberField
          {...props}
          name={name}
          label="The rate"
          value={value}
          unit={{ suffix: currency, factor: 1, whole: false }}
          least={0}
          most={MOST}
          mayBeEmpty
          onSave={(rate, shown) => prefer(name, rate, shown)}
        />
      )}
    </Row>
  );
}
