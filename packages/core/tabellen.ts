/** The keys of a table of codes, as a zod enum takes them. */
export const schluesselVon = <K extends string>(tabelle: Readonly<Record<K, unknown>>) => Object.keys(tabelle) as [K, ...K[]];
