/** Counts what escapes every handler of this process until it is told to stop. */
export function zaehleUngefangenes(): () => string[] {
  const meldungen: string[] = [];
  const merke = (fehler: unknown) => void meldungen.push(fehler instanceof Error ? (fehler.stack ?? fehler.message) : String(fehler));
  process.on('uncaughtException', merke);
  process.on('unhandledRejection', merke);
  return () => {
    process.off('uncaughtException', merke);
    process.off('unhandledRejection', merke);
    return meldungen;
  };
}
