import { join } from "node:path";
import { openStore } from "../../src/store/open.ts";
import { fillHistory } from "../helpers/analytics-history.ts";
import { newDataFolder, type Server, until } from "../helpers/server.ts";
import { startProgram } from "./program.ts";

/** A server that is ready to work. */
export async function startReady(data?: string): Promise<Server> {
  const server = await startProgram(data === undefined ? {} : { data });
  await until(
    () => server.call("GET", "/ready"),
    ({ status }) => status === 200,
  );
  return server;
}

/** One that has worked for 90 days. */
export async function startWithHistory(jobs = 120): Promise<Server> {
  const data = await newDataFolder();
  const nowSec = Math.floor(Date.now() / 1000);
  const store = openStore(join(data, "kinora.db"), { nowUs: () => nowSec * 1e6 });
  await fillHistory(store, { nowSec, jobs });
  store.close();
  return startReady(data);
}
