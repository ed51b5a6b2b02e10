import { KinoraError } from "../domain/error.ts";
import type { AnalyticsService } from "../service/analytics.ts";
import type { Endpoint } from "./endpoint.ts";
import { STATUS_OF } from "./errors.ts";

type Handle<Context> = (context: Context) => Promise<Response>;

/** What handles an endpoint, with its time and status told; only calls of the API are, not pages, files and streams. */
export function timed<Context>(endpoint: Endpoint, handle: Handle<Context>, answered: AnalyticsService["answered"]): Handle<Context> {
  if (endpoint.isPage || !/^\/(mcp|api)\//.test(endpoint.path)) return handle;
  return async (context) => {
    const began = performance.now();
    let status = 500;
    try {
      const response = await handle(context);
      status = response.status;
      return response;
    } catch (error) {
      if (error instanceof KinoraError) status = STATUS_OF[error.code];
      throw error;
    } finally {
      answered(performance.now() - began, status);
    }
  };
}
