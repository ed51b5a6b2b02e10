import { ArrowDownWideNarrow } from "lucide";
import { Button } from "../../parts/button.tsx";
import { Menu } from "../../parts/menu.tsx";
import { asked, type SortKey, setOrder } from "../../state/jobs-query.ts";
import { Choice } from "./chip.tsx";

const ORDERS: [key: SortKey, order: "asc" | "desc", label: string][] = [
  ["created_at", "desc", "Newest first"],
  ["created_at", "asc", "Oldest first"],
  ["updated_at", "desc", "Last changed"],
  ["progress", "desc", "Furthest first"],
  ["duration_target", "desc", "Longest first"],
  ["duration_target", "asc", "Shortest first"],
  ["priority", "desc", "Most urgent first"],
];

/** In which order, where there are no columns to press. */
export function SortChip() {
  const { sort_by = "created_at", sort_order = "desc" } = asked.value;
  const isHere = (key: string, order: string) => key === sort_by && order === sort_order;
  const label = ORDERS.find(([key, order]) => isHere(key, order))?.[2] ?? "Order";
  return (
    <span class="jobs-chip jobs-sort">
      <Menu
        label="Order"
        button={(props) => (
          <Button {...props} dense icon={ArrowDownWideNarrow} label={`Order: ${label}`}>
            {label}
          </Button>
        )}
      >
        {ORDERS.map(([key, order, words]) => (
          <Choice key={words} on={isHere(key, order)} onChoose={() => setOrder(key, order)}>
            {words}
          </Choice>
        ))}
      </Menu>
    </span>
  );
}
