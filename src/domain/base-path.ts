import { z } from "zod";

/** The first parts of Kinora's own addresses: below such a base path, what is meant by an address would be anyone's guess. */
export const OWN_ADDRESSES = [
  ...["analytics", "analyze", "api", "apple-touch-icon.png", "assets", "asyncapi.json", "create", "docs"],
  ...["events", "health", "icon-192.png", "icon-512.png", "icon.svg", "jobs", "manifest.webmanifest", "mcp"],
  ...["media", "metrics", "openapi.json", "ready", "report.css", "settings", "swagger", "ws"],
] as const;

const SEGMENT = /^(?!\.{1,2}$)[A-Za-z0-9._~-]+$/;
const MOST_CHARACTERS = 200;

/** Whether a path can stand before Kinora's own: empty, or `/films/kinora` without a slash at the end. */
function isBasePath(path: string): boolean {
  if (path === "") return true;
  if (path.length > MOST_CHARACTERS || !path.startsWith("/")) return false;
  const segments = path.slice(1).split("/");
  return segments.every((segment) => SEGMENT.test(segment)) && !OWN_ADDRESSES.includes(segments[0] as never);
}

/** A base path, without the slash at its end. */
export const BasePath = z
  .string()
  .max(MOST_CHARACTERS + 1)
  .transform((path) => path.replace(/\/$/, ""))
  .refine(isBasePath);
