import type { Stage } from "../stage.ts";

/** The request to a storyboard. The film's title is what the user gave, if anything. */
export const plan: Stage<"plan"> = async ({ order, providers, data, signal, log }) => {
  const { request } = order;
  const notes: string[] = [];
  const storyboard = await providers.planner.plan(request, { data, signal, note: (text) => notes.push(text) });
  providers.planner.rest?.();
  for (const note of notes) log("WARNING", note);
  return { ...storyboard, title: request.title ?? storyboard.title, notes: [...storyboard.notes, ...notes] };
};
