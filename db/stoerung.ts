/** No connection to be had: the product shows a plain page and tries again with the next request. */
export class DatenbankNichtErreichbar extends Error {
  override name = 'DatenbankNichtErreichbar';
}

/** The database did not confirm: nothing was written, or it is not known whether it was. */
export class NichtBestaetigt extends Error {
  override name = 'NichtBestaetigt';
}

/** SQLSTATE classes of a server that goes, comes or is full; the driver's own codes for a broken line. */
const STOERUNG = /^(08...|57P0[1-5]|57014|53...|55P03|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT)$/;

/** Whether an error means „not now“ rather than „wrong“. */
export function istDatenbankstoerung(fehler: unknown): boolean {
  if (fehler instanceof DatenbankNichtErreichbar || fehler instanceof NichtBestaetigt) return true;
  if (!(fehler instanceof Error)) return false;
  const { code } = fehler as { code?: unknown };
  if (typeof code === 'string' && STOERUNG.test(code)) return true;
  if (/^Connection terminated|^Client has encountered a connection error|not queryable/.test(fehler.message)) return true;
  return fehler.cause !== undefined && istDatenbankstoerung(fehler.cause);
}
