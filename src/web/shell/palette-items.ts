import { BookOpen, FileDown, FileText, type IconNode, Keyboard, Pause, Play, Plus, Search } from "lucide";
import { type ReportPeriod, reportUrl } from "../../client/analytics.ts";
import type { ListedJob } from "../../client/answers.ts";
import { paused, setPaused } from "../live.ts";
import { statusLabel } from "../parts/status.tsx";
import { baseUrl, go } from "../router.ts";
import { sayBriefly } from "../say.ts";
import { over } from "../state/over.ts";
import { chooseTheme } from "../state/theme.ts";
import { PAGES } from "./sidebar.tsx";
import { THEMES } from "./user-menu.tsx";

/** Something that can be found: what it is called, what else finds it, and what choosing it does. */
export type Item = { id: string; label: string; more?: string; icon?: IconNode; job?: ListedJob; run: () => void };

const WORDS = 90;
const REPORTS: [ReportPeriod, string][] = [
  ["daily", "today"],
  ["weekly", "this week"],
  ["monthly", "this month"],
];

/** The pages. */
const pageItems = (): Item[] =>
  PAGES.map(({ to, label, icon, key }) => ({ id: `page${to}`, label, more: `g ${key}`, icon, run: () => go(to) }));

/** What can be done from anywhere. */
const actionItems = (): Item[] => [
  { id: "new", label: "New video", icon: Plus, run: () => go("/create") },
  {
    id: "pause",
    label: paused.value ? "Go on with live updates" : "Pause live updates",
    icon: paused.value ? Play : Pause,
    run: () => setPaused(!paused.peek()),
  },
  ...THEMES.map(({ theme, label, icon }) => ({
    id: `theme-${theme}`,
    label: `Colours: ${label.toLowerCase()}`,
    more: "theme",
    icon,
    run: () => chooseTheme(theme),
  })),
  ...REPORTS.map(([period, when]) => ({
    id: `csv-${period}`,
    label: `Download the report of ${when}`,
    more: "CSV",
    icon: FileDown,
    run: () => download(reportUrl(period, "csv", {}, { baseUrl })),
  })),
  ...REPORTS.map(([period, when]) => ({
    id: `html-${period}`,
    label: `Open the report of ${when}`,
    more: "to print",
    icon: FileText,
    run: () => void open(reportUrl(period, "html", {}, { baseUrl }), "_blank", "noopener"),
  })),
  {
    id: "keys",
    label: "Keyboard shortcuts",
    more: "?",
    icon: Keyboard,
    run: () => {
      over.value = "help";
    },
  },
  { id: "docs", label: "API reference", more: "documentation", icon: BookOpen, run: () => location.assign(`${baseUrl}/docs`) },
];

function download(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
}

const jobItem = (job: ListedJob): Item => ({
  id: `job-${job.job_id}`,
  label: sayBriefly(job.title ?? job.prompt, WORDS) || "A job without words",
  more: statusLabel(job.status, job.waiting_for),
  job,
  run: () => go(`/jobs/${job.job_id}`),
});

/** What fits the words that are typed, in groups; each word has to be there. */
export function findItems(text: string, jobs: readonly ListedJob[]): { title: string; items: Item[] }[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ label, more }: Item) => words.every((word) => `${label} ${more ?? ""}`.toLowerCase().includes(word));
  const search = text.trim();
  const all = {
    id: "all",
    label: `Search all jobs for “\u2068${search}\u2069”`,
    icon: Search,
    run: () => go(`/jobs?search=${encodeURIComponent(search)}`),
  };
  const pages = { title: "Pages", items: pageItems().filter(fits) };
  const actions = { title: "Actions", items: actionItems().filter(fits) };
  const found = { title: search ? "Jobs" : "Newest jobs", items: jobs.map(jobItem) };
  // What is found late stands below what was there: the one that Enter takes stays the same.
  const groups = search ? [pages, actions, found, { title: "Search", items: [all] }] : [pages, found, actions];
  return groups.filter(({ items }) => items.length > 0);
}
