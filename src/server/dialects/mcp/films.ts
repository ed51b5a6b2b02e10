import { toTimestamp } from "../../../domain/timestamp.ts";
import { MOST_FILMS } from "../../../service/many.ts";
import { downloadHeaders, streamPieces } from "../../download.ts";
import { endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";
import { zipFiles } from "../../zip.ts";
import { nameFilms } from "./film-names.ts";
import { SelectionQuery, toSelection } from "./selection.ts";

/** `GET /mcp/films`: finished films in one archive. */
export const films = ({ many, nowUs }: Pick<ServerMeans, "many" | "nowUs">) =>
  endpoint({
    method: "GET",
    path: "/mcp/films",
    name: "getFilms",
    tag: "Films",
    summary: "Get many finished films in one ZIP",
    description: `At most ${MOST_FILMS.toLocaleString("en")}, named by their titles; jobs that are not finished are left out. The archive is sent as it is read.`,
    isDownload: true,
    query: SelectionQuery,
    answers: {
      200: {
        description: "The films, stored and not compressed",
        type: "application/zip",
        headers: { "Content-Disposition": { description: "Its name", example: 'attachment; filename="kinora-films-2026-11-20.zip"' } },
      },
    },
    errors: ["invalid_request", "not_found", "wrong_state"],
    async handle({ request, query }) {
      const now = nowUs();
      const found = await many.films(toSelection(query, now));
      const names = nameFilms(found);
      const entries = found.map(({ path, bytes, changed }, index) => ({ name: names[index]!, path, bytes, changed }));
      const name = `kinora-films-${toTimestamp(now).slice(0, 10)}.zip`;
      const headers = downloadHeaders("application/zip", name);
      return new Response(request.method === "HEAD" ? null : streamPieces(zipFiles(entries)), { headers });
    },
  });
