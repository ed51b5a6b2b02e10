import { join } from "node:path";
import { API } from "typescript/unstable/async";

const NO_TRUNCATION = 1;
const IN_TYPE_ALIAS = 1 << 23;
const STRUCTURAL = 1 << 3;
/** A name of another type; what stands in quotes is none. */
const NAME = /(?<!["\w])[A-Z]\w*/;

/** Declarations of all types that a file exports, each written out to the last field, so that they stand without what they were made of. Throws when a name is left. */
export async function spellOutTypes(root: string, file: string): Promise<string> {
  const api = new API({ cwd: root });
  try {
    const snapshot = await api.updateSnapshot({ openProjects: [join(root, "tsconfig.json")] });
    const project = snapshot.getProjects()[0];
    const source = await project?.program.getSourceFile(file);
    const module = source && (await project?.checker.getSymbolAtLocation(source));
    if (!project || !module) throw new Error(`${file} is not part of the project.`);
    const { checker } = project;
    const texts: string[] = [];
    for (const symbol of await checker.getExportsOfModule(module)) {
      const type = await checker.getDeclaredTypeOfSymbol(symbol);
      const text = await checker.typeToString(type, undefined, NO_TRUNCATION | IN_TYPE_ALIAS | STRUCTURAL);
      const left = NAME.exec(text.replace(/"[^"]*"/g, ""));
      if (left) throw new Error(`${symbol.name} in ${file} does not stand alone: it names ${left[0]}.`);
      texts.push(`/** ${await checker.getDocumentationCommentOfSymbol(symbol)} */\nexport type ${symbol.name} = ${text};\n`);
    }
    return texts.join("\n");
  } finally {
    await api.close();
  }
}
