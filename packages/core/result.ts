/**
 * Outcome of a mutation: either the value, or a literal reason (mapped once to German text)
 * with whatever the caller needs to explain it. Exceptions are left for bugs, 403 and 404.
 */
export type Result<T, R extends string = string, Mehr extends object = object> =
  | { ok: true; wert: T }
  | ({ ok: false; grund: R } & Mehr);

/** Success; without an argument for mutations that yield nothing. */
export function ok(): { ok: true; wert: undefined };
export function ok<T>(wert: T): { ok: true; wert: T };
export function ok(wert?: unknown) {
  return { ok: true, wert };
}

/** Refusal with its reason and, where needed, details beside it: `fehler('konflikt', { aktuell })`. */
export function fehler<R extends string>(grund: R): { ok: false; grund: R };
export function fehler<R extends string, M extends object>(grund: R, mehr: M): { ok: false; grund: R } & M;
export function fehler(grund: string, mehr: object = {}) {
  return { ...mehr, ok: false, grund };
}
