import { existsSync, openSync, renameSync, statSync } from 'node:fs';

const GROESSTE_DATEI = 10_000_000;

/** Opens a message file for appending, for this user alone; a large one is put aside first, one is kept. */
export function openProtokoll(datei: string): { fd: number; beginn: number } {
  if (existsSync(datei) && statSync(datei).size > GROESSTE_DATEI) renameSync(datei, `${datei}.alt`);
  const fd = openSync(datei, 'a', 0o600);
  return { fd, beginn: statSync(datei).size };
}
