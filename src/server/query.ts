import { z } from "zod";
import { type Fault, KinoraError } from "../domain/error.ts";
import { parse } from "../domain/submit.ts";

/** Parameters of one route: each is read from its text. */
export type QuerySchema = z.ZodObject;

/** Marks a parameter that may be given several times; its schema sees the values joined by commas. */
const REPEATABLE = "repeatable";
export const repeatable = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ ...schema.meta(), [REPEATABLE]: true });

/** Reads the query of an address by a schema. Throws `invalid_request`, naming every parameter that is unknown, repeated or wrong. */
export function readQuery<Schema extends QuerySchema>(search: string, schema: Schema): z.infer<Schema> {
  const values: Record<string, string> = Object.create(null);
  const faults: Fault[] = [];
  for (const [name, value] of splitQuery(search)) {
    const known = Object.hasOwn(schema.shape, name);
    if (!known) faults.push({ path: name, message: "is not a parameter here" });
    else if (!(name in values)) values[name] = value;
    else if (schema.shape[name]?.meta()?.[REPEATABLE]) values[name] += `,${value}`;
    else faults.push({ path: name, message: "is given more than once" });
  }
  if (faults.length > 0) throw new KinoraError("invalid_request", `${faults[0]!.path} ${faults[0]!.message}.`, { faults });
  return parse(schema, { ...values });
}

/** The pairs of a query, decoded. Throws `invalid_request` for what is no UTF-8. */
export function splitQuery(search: string): [name: string, value: string][] {
  return search
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [decodeText(name.replaceAll("+", " ")), decodeText(value.join("=").replaceAll("+", " "))];
    });
}

/** Percent-decodes. Throws `invalid_request` for what is no percent-encoded UTF-8. */
export function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new KinoraError("invalid_request", "The address has a percent-encoding that is not valid UTF-8.");
  }
}

/** Digits, from `least`; what is above `most` means `most`, or is refused where `strict`. */
export function digits({ least = 0, most, strict = false }: { least?: number; most: number; strict?: boolean }) {
  const wrong = strict ? `must be digits, ${least} to ${most}` : least > 0 ? `must be digits, ${least} or more` : "must be digits";
  const isRight = (text: string) => /^\d+$/.test(text) && Number(text) >= least && !(strict && Number(text) > most);
  return z
    .string()
    .refine(isRight, { error: wrong })
    .transform((text) => Math.min(Number(text), most))
    .meta({ type: "integer", minimum: least, ...(strict && { maximum: most }) });
}

/** The same, with what it is when nobody says. */
export const digitsOr = (usual: number, bounds: Parameters<typeof digits>[0]) => digits(bounds).default(usual).meta({ default: usual });

/** A name of a list, said in a way that follows the parameter's name. */
export function oneOf<const Name extends string>(names: readonly Name[]) {
  const error = `must be ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`}`;
  return z.enum(names as readonly [Name, ...Name[]], { error });
}
