import {
  ArrowDown,
  ArrowRight,
  BookOpen,
  ChartColumn,
  ChevronDown,
  CircleAlert,
  Copy,
  FileDown,
  FileSpreadsheet,
  FileText,
  Link,
  LoaderCircle,
  Printer,
  Share2,
  Square,
  Table2,
} from "lucide";
import { cancelJob, retryJob } from "../client/actions.ts";
import { analyticsCsvUrl, getAnalytics, reportUrl } from "../client/analytics.ts";
import { bulkJobs, exportUrl, filmsUrl } from "../client/bulk.ts";
import { estimateJob } from "../client/estimate.ts";
import { listChoices, listVoices, voiceSampleUrl } from "../client/listings.ts";
import { getJobStatus } from "../client/status.ts";
import { getStoryboard } from "../client/storyboards.ts";
import { Big } from "./chart/big.tsx";
import { Figure } from "./chart/figure.tsx";
import { totalsOf } from "./chart/layer.ts";
import { levelsTo } from "./chart/levels.ts";
import { Marks } from "./chart/marks.tsx";
import { rateOf } from "./chart/rates.ts";
import { timeTicks } from "./chart/time.ts";
import { useLast } from "./pages/analytics/use-last.ts";
import { CopyButton } from "./parts/copy.tsx";
import { Dialog } from "./parts/dialog.tsx";
import { Field } from "./parts/field.tsx";
import { SceneBar } from "./parts/scene-bar.tsx";
import { Segments } from "./parts/segments.tsx";
import { Status } from "./parts/status.tsx";
import { askAnalytics } from "./state/analytics.ts";

/**
 * What more than one page uses comes with the frame: by itself each would be a small file of its own, and every file costs a round trip, of which a
 * browser makes six at a time. Naming it here is what puts it there.
 */
export const SHARED: readonly unknown[] = [
  ...[ArrowDown, ArrowRight, BookOpen, ChartColumn, ChevronDown, CircleAlert, Copy, FileDown, FileSpreadsheet, FileText],
  ...[Link, LoaderCircle, Printer, Share2, Square, Table2],
  ...[cancelJob, retryJob, analyticsCsvUrl, getAnalytics, reportUrl, bulkJobs, exportUrl, filmsUrl, estimateJob],
  ...[listChoices, listVoices, voiceSampleUrl, getJobStatus, getStoryboard],
  ...[Big, Figure, totalsOf, levelsTo, Marks, rateOf, timeTicks, useLast, askAnalytics],
  ...[CopyButton, Dialog, Field, SceneBar, Segments, Status],
];
