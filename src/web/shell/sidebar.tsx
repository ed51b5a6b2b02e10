import { ChartLine, type IconNode, LayoutDashboard, ListVideo, Plus, ScanText, SlidersHorizontal } from "lucide";
import { Icon } from "../parts/icon.tsx";
import { href, path } from "../router.ts";
import { sayBytes, sayPercent } from "../say.ts";
import { about, counts } from "../state/server.ts";

/** The pages, in their order, with the key that follows `g`. */
export const PAGES: { to: string; label: string; icon: IconNode; key: string }[] = [
  { to: "/", label: "Dashboard", icon: LayoutDashboard, key: "d" },
  { to: "/jobs", label: "Jobs", icon: ListVideo, key: "j" },
  { to: "/create", label: "Create", icon: Plus, key: "c" },
  { to: "/analyze", label: "Analyze", icon: ScanText, key: "z" },
  { to: "/analytics", label: "Analytics", icon: ChartLine, key: "a" },
  { to: "/settings", label: "Settings", icon: SlidersHorizontal, key: "s" },
];

const isHere = (to: string): boolean => (to === "/" ? path.value === "/" : path.value === to || path.value.startsWith(`${to}/`));

/** The way to every page, and how full the disk is. */
export function Sidebar({ open }: { open: boolean }) {
  const active = (counts.value?.pending ?? 0) + (counts.value?.processing ?? 0);
  return (
    <div class="side" id="side" data-open={open || undefined}>
      <nav aria-label="Pages">
        <ul>
          {PAGES.map(({ to, label, icon }) => (
            <li key={to}>
              <a href={href(to)} aria-current={isHere(to) ? "page" : undefined}>
                <Icon of={icon} />
                {label}
                {to === "/jobs" && active > 0 && (
                  <span class="count">
                    {active}
                    <span class="unseen"> waiting or running</span>
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Storage />
    </div>
  );
}

function Storage() {
  const disk = about.value?.disk;
  if (!disk || disk.total === 0) return <div class="storage" />;
  const used = disk.total - disk.free;
  const share = (used / disk.total) * 100;
  return (
    <section class="storage" aria-label="Storage">
      <div>
        <span>Storage</span>
        <span>
          {sayBytes(used)} of {sayBytes(disk.total)}
        </span>
      </div>
      <div class="bar" data-status={share > 95 ? "failed" : "pending"} role="img" aria-label={`${sayPercent(share)} of the disk is used`}>
        <span>
          <i style={{ transform: `scaleX(${share / 100})` }} />
        </span>
      </div>
    </section>
  );
}
