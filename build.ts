import { packData } from "./src/build/pack.ts";

await packData(`${import.meta.dir}/dist/data`);
