import { join } from "node:path";
import { builtinPlanner } from "../../../src/providers/planner/builtin.ts";
import { openDataFolder } from "../../../src/system/data.ts";
import { plannerContract } from "../../contract/planner.ts";

plannerContract(builtinPlanner, openDataFolder(join(import.meta.dir, "../../../dist/data")));
