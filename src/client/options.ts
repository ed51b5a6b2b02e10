/** How a server is reached. Every function of this library takes these as its last argument. */
export type ClientOptions = {
  /** Where the server is, such as `http://192.168.1.5:8080`; by default where the page came from. A path is kept as a prefix. */
  baseUrl?: string;
  /** Sent as `Authorization: Bearer`. */
  apiKey?: string;
  /** Ends the call, which then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Longest time for one answer, ms; 30,000 by default. */
  timeoutMs?: number;
  /** How often a GET that failed for want of a server or of room is sent again; 2 by default. */
  retries?: number;
  /** In place of the platform's `fetch`. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Which of the server's dialects jobs are asked for in: `mcp` (the default) also tells the time left. Answers look the same. */
  dialect?: "mcp" | "api-v1";
  /** 0 up to 1, for the names of requests and the scatter of waits; by default the platform's. */
  random?: () => number;
};
