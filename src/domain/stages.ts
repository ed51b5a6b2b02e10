/** Statuses that a stage shows as, in the API's words. */
type StageStatus = "scene_planning" | "asset_retrieval" | "tts_generation" | "audio_processing" | "rendering";

/** The stages of a create job, in the order in which they are shown. A stage starts when what it needs is done; those that need the same run side by side. */
export const CREATE_STAGES = {
  plan: { status: "scene_planning", step: "Planning scenes", needs: [] },
  assets: { status: "asset_retrieval", step: "Looking at pictures and sounds", needs: ["plan"] },
  speech: { status: "tts_generation", step: "Speaking", needs: ["assets"] },
  timeline: { status: "audio_processing", step: "Timing scenes", needs: ["speech"] },
  mix: { status: "audio_processing", step: "Composing and mixing", needs: ["timeline"] },
  captions: { status: "audio_processing", step: "Setting captions", needs: ["timeline"] },
  render: { status: "rendering", step: "Rendering scenes", needs: ["captions"] },
  deliver: { status: "rendering", step: "Joining the film", needs: ["mix", "render"] },
} as const satisfies Record<string, { status: StageStatus; step: string; needs: readonly string[] }>;

/** A stage of a create job, by its name. */
export type StageName = keyof typeof CREATE_STAGES;
/** Every stage, in the order in which they are shown; none comes before one that it needs. */
export const STAGE_NAMES = Object.keys(CREATE_STAGES) as StageName[];

/** What each stage costs against the others, in any unit. */
export type StageCosts = Record<StageName, number>;

/** Measured on two cores at 720p standard, in seconds for a film of 60 s: how far a stage counts until this machine has measured its own. */
export const MEASURED_COSTS: StageCosts = {
  plan: 0.3,
  assets: 0.05,
  speech: 0.9,
  timeline: 0.02,
  mix: 2,
  captions: 0.3,
  render: 26,
  deliver: 4,
};
