import { computed, signal } from "@preact/signals";
import { approve } from "../../client/actions.ts";
import { KinoraApiError } from "../../client/errors.ts";
import { getStoryboard, putStoryboard, type TaggedStoryboard } from "../../client/storyboards.ts";
import { baseUrl, remember } from "../router.ts";
import type { OpenJob } from "./job.ts";
import { say, sayError } from "./toasts.ts";

type Drafts = Record<string, string>;

/** Narrations that are being edited. */
export type Edit = ReturnType<typeof openEdit>;

/** Begins to edit the narrations of a job's scenes. What is typed stays, by scene, through a reload and through what others save meanwhile. */
export function openEdit({ id, board, renew }: OpenJob) {
  const drafts = remember<Drafts>(`narrations.${id}`, {});
  const open = signal(Object.keys(drafts.peek()).length > 0);
  const saving = signal(false);
  const fault = signal<unknown>(undefined);
  const theirs = signal<number | null>(null);
  const scenes = () => board.value?.storyboard.scenes ?? [];
  const changed = computed(() => scenes().filter((scene) => isChanged(scene, drafts.value)).length);

  function withDrafts({ storyboard }: TaggedStoryboard): TaggedStoryboard["storyboard"] {
    return {
      ...storyboard,
      scenes: storyboard.scenes.map((scene) =>
        isChanged(scene, drafts.peek()) ? { ...scene, narration: drafts.peek()[scene.id ?? ""]! } : scene,
      ),
    };
  }

  async function store(known: TaggedStoryboard): Promise<void> {
    if (changed.peek() > 0) board.value = await putStoryboard(id, withDrafts(known), known.etag, { baseUrl });
    drafts.value = {};
    open.value = false;
    theirs.value = null;
  }

  /** Someone else has saved: what they have is shown, with what was typed here on top of it. */
  async function meet(error: KinoraApiError): Promise<void> {
    fault.value = error;
    const now = await getStoryboard(id, { baseUrl });
    board.value = now;
    theirs.value = now.storyboard.revision;
  }

  async function save({ render }: { render: boolean }): Promise<void> {
    const known = board.peek();
    if (!known || saving.peek()) return;
    saving.value = true;
    fault.value = undefined;
    try {
      await store(known);
      if (render) await approve(id, { baseUrl });
      say("good", render ? "Saved. It is rendered when its turn comes." : "Saved.");
    } catch (error) {
      if (error instanceof KinoraApiError && error.status === 412) await meet(error).catch(() => undefined);
      else if (open.peek()) fault.value = error;
      else say("bad", sayError(error));
    } finally {
      saving.value = false;
      renew("details", "attempts");
    }
  }

  return {
    open,
    saving,
    fault,
    /** The revision that someone else has saved meanwhile; null when nobody has. */
    theirs,
    /** How many scenes say something else than what is stored. */
    changed,
    /** What a scene is to say. */
    draft: (sceneId: string, stored: string): string => drafts.value[sceneId] ?? stored,
    type(sceneId: string, narration: string): void {
      drafts.value = { ...drafts.peek(), [sceneId]: narration };
    },
    discard(): void {
      drafts.value = {};
      open.value = false;
      fault.value = undefined;
      theirs.value = null;
    },
    save,
  };
}

function isChanged({ id, narration }: { id?: string | undefined; narration?: string | undefined }, drafts: Drafts): boolean {
  const draft = drafts[id ?? ""];
  return draft !== undefined && draft !== (narration ?? "");
}
