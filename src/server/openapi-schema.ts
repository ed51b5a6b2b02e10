type Schema = { [key: string]: unknown };

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);

/** A JSON Schema without what says nothing to readers: bounds of safe integers, patterns of formats, names of dialects. */
export function tidySchema(schema: unknown): Schema {
  return tidy(schema) as Schema;
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (!isSchema(value)) return value;
  const kept = Object.entries(value).filter(([key, content]) => !saysNothing(key, content, value));
  return Object.fromEntries(kept.map(([key, content]) => [key, key === "examples" || key === "default" ? content : tidy(content)]));
}

const saysNothing = (key: string, content: unknown, schema: Schema): boolean =>
  content === undefined ||
  key === "$schema" ||
  key === "$id" ||
  (key === "maximum" && content === Number.MAX_SAFE_INTEGER) ||
  (key === "minimum" && content === Number.MIN_SAFE_INTEGER) ||
  (key === "pattern" && (typeof schema.format === "string" || schema.type === "integer"));

/** What fields are whose schema does not say so, since the same words mean the same in each place where they occur. */
const FIELDS: Record<string, string> = {
  style: "How the film looks and is told as a whole",
  aspect: "Shape of the picture, width to height",
  quality: "Short side of the picture in lines",
  fps: "Pictures a second",
  effort: "How much work the encoder does for each picture",
  music: "Mood of the music, `auto` for what fits, `off` for none",
  scene_count: "How many scenes",
  title: "Title of the film or of the scene; in a film up to 200 code points",
  kind: "Which kind it is",
  id: "Name of the scene within its film",
  description: "What the scene shows, in words",
  keywords: "What the scene is about",
  mood: "What music and pictures should feel like",
  visual: "What is seen",
  sound: "Own sound in place of the voice; only from the command line",
  setting: "Where the scene takes place",
  palette: "Light and colours",
  seed: "Decides what is left to chance",
  subjects: "Pictures of things that the words name",
  path: "A file of the server; only from the command line",
  zoom: "Zoom at the start and at the end",
  words: "Words with their times",
  origin: "Which way the planner took from words to scenes",
  credits: "Whom the film owes something to",
  what: "What is owed for",
  author: "To whom",
  url: "Where it comes from",
  licence: "Under which licence",
  scenes: "The scenes, in order",
  gain: "How loud, as a multiple",
  look: "How captions look and move",
  start: "When it begins, s",
  end: "When it ends, s",
};

/** The same with every field described. */
export function describeFields(schema: Schema): Schema {
  const properties = isSchema(schema.properties) ? describeAll(schema.properties) : undefined;
  const nested = Object.entries(schema).map(([key, value]) => [key, describeNested(key, value)]);
  return { ...Object.fromEntries(nested), ...(properties && { properties }) };
}

const describeAll = (properties: Schema): Schema =>
  Object.fromEntries(
    Object.entries(properties).map(([name, field]) => {
      const described = describeFields(field as Schema);
      return [name, described.description || described.$ref || !FIELDS[name] ? described : { ...described, description: FIELDS[name] }];
    }),
  );

function describeNested(key: string, value: unknown): unknown {
  if (key === "items" && isSchema(value)) return describeFields(value);
  if ((key === "anyOf" || key === "oneOf" || key === "allOf") && Array.isArray(value))
    return value.map((part) => describeFields(part as Schema));
  return value;
}
