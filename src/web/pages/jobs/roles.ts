// On narrow pages the table's parts are laid out as cards. With their roles said, browsers that take a table's roles from its layout keep them.

export const TABLE = { role: "table" } as const;
export const GROUP = { role: "rowgroup" } as const;
export const ROW = { role: "row" } as const;
export const HEAD = { role: "columnheader", scope: "col" } as const;
export const CELL = { role: "cell" } as const;
