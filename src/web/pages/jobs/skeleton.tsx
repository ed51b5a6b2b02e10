import { Skeleton } from "../../parts/states.tsx";
import { GROUP, ROW, TABLE } from "./roles.ts";
import { TableHead } from "./table.tsx";

const ROWS = 12;

/** The list before it is known, as high as it will be. */
export function TableSkeleton() {
  return (
    <table {...TABLE} class="jobs-table" aria-label="Jobs" aria-busy="true">
      <TableHead />
      <tbody {...GROUP} class="jobs-skeleton">
        {Array.from({ length: ROWS }, (_, row) => (
          <tr key={row} {...ROW}>
            <td colSpan={20}>
              <Skeleton height="28px" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
