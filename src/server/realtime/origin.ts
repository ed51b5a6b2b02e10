import { KinoraError } from "../../domain/error.ts";

const IP = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i;

/** The name in a Host header or an origin's, without its port; undefined when it is none. */
function nameOf(host: string): string | undefined {
  const [, name] = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(host) ?? [];
  return name?.toLowerCase().replace(/\.$/, "");
}

/**
 * Refuses what another site's page may have sent: a Host that names neither an address nor this machine (DNS rebinding), and an Origin that is not
 * the host that is asked. Sockets need this most, since browsers let every page open them. Throws `not_allowed` or `wrong_host`.
 */
export function checkOrigin({ headers }: Request, machine: string): void {
  const host = headers.get("host") ?? "";
  const name = nameOf(host);
  const known = name !== undefined && (IP.test(name) || name === "localhost" || name.endsWith(".local") || name === machine.toLowerCase());
  if (!known) throw new KinoraError("wrong_host", "This server does not go by that name.");
  const origin = headers.get("origin");
  if (origin === null) return;
  const [, from] = /^https?:\/\/(.+)$/i.exec(origin) ?? [];
  if (from?.toLowerCase() !== host.toLowerCase()) throw new KinoraError("not_allowed", "Pages of other sites may not open a socket here.");
}
