import type { AnyEvent } from "../../domain/event.ts";
import { EXAMPLE_ID, EXAMPLE_TIME } from "../job-path.ts";

const job_id = EXAMPLE_ID;

/** One event of each kind, as the documents show them. */
export const EXAMPLES: { [Name in AnyEvent["event"]]: Extract<AnyEvent, { event: Name }> } = {
  job_created: { event: "job_created", job_id, kind: "generate", status: "pending", priority: 5, prompt: "The life of a river" },
  job_status_update: {
    event: "job_status_update",
    job_id,
    status: "rendering",
    waiting_for: null,
    overall_progress: 62.5,
    current_step: "Rendering scene 4 of 9",
    estimated_time_remaining: 18.2,
  },
  stage_completed: { event: "stage_completed", job_id, stage: "speech", seconds: 0.912 },
  scene_rendered: { event: "scene_rendered", job_id, scene: 3, scenes: 9, thumbnail_url: `/media/${job_id}/1/scene-004.jpg` },
  job_completed: {
    event: "job_completed",
    job_id,
    video_url: `/media/${job_id}/1/film.mp4`,
    thumbnail_url: `/media/${job_id}/1/film.jpg`,
  },
  job_failed: { event: "job_failed", job_id, error: "The disk is full. Free some space and try again.", error_code: "disk_full" },
  job_cancelled: { event: "job_cancelled", job_id },
  job_log_entry: {
    event: "job_log_entry",
    job_id,
    line: 4,
    timestamp: EXAMPLE_TIME,
    level: "INFO",
    stage: "plan",
    message: "Planned 9 scenes",
  },
  queue_updated: { event: "queue_updated", pending: 3, processing: 2, completed: 117 },
};
