/** A machine that the program can be built for: Bun's name for it, the file's ending, and how the file of a program for it begins. */
export type Target = {
  bun: Bun.Build.CompileTarget;
  ending: "" | ".exe";
  format: "ELF x64" | "ELF arm64" | "Mach-O x64" | "Mach-O arm64" | "PE x64";
};

/** What `npm run build -- --target NAME` takes. Bun fetches its runtime for other machines from the npm registry, once. */
export const TARGETS: Record<string, Target> = {
  "linux-x64": { bun: "bun-linux-x64", ending: "", format: "ELF x64" },
  "linux-x64-baseline": { bun: "bun-linux-x64-baseline", ending: "", format: "ELF x64" },
  "linux-x64-musl": { bun: "bun-linux-x64-musl", ending: "", format: "ELF x64" },
  "linux-arm64": { bun: "bun-linux-arm64", ending: "", format: "ELF arm64" },
  "linux-arm64-musl": { bun: "bun-linux-arm64-musl", ending: "", format: "ELF arm64" },
  "darwin-x64": { bun: "bun-darwin-x64", ending: "", format: "Mach-O x64" },
  "darwin-arm64": { bun: "bun-darwin-arm64", ending: "", format: "Mach-O arm64" },
  "windows-x64": { bun: "bun-windows-x64", ending: ".exe", format: "PE x64" },
};

/** The target of that name. Throws with the names there are. */
export function findTarget(name: string): Target {
  const target = Object.hasOwn(TARGETS, name) ? TARGETS[name] : undefined;
  if (!target) throw new Error(`There is no target ${JSON.stringify(name)}. There are: ${Object.keys(TARGETS).join(", ")}`);
  return target;
}

/** What a program is for, by the first bytes of its file (ELF: e_machine; Mach-O: cputype; PE: Machine); undefined when it is none of them. */
export function readFormat(head: Uint8Array): Target["format"] | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < 64) return undefined;
  if (view.getUint32(0) === 0x7f454c46) return ({ 62: "ELF x64", 183: "ELF arm64" } as const)[view.getUint16(18, true)];
  if (view.getUint32(0, true) === 0xfeedfacf)
    return ({ 16777223: "Mach-O x64", 16777228: "Mach-O arm64" } as const)[view.getUint32(4, true)];
  const header = view.getUint32(60, true);
  if (view.getUint16(0) !== 0x4d5a || header + 6 > head.length || view.getUint32(header) !== 0x50450000) return undefined;
  return view.getUint16(header + 4, true) === 0x8664 ? "PE x64" : undefined;
}
