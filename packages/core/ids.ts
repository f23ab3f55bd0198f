import { uuidv7 } from 'uuidv7';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** New UUIDv7 in lower case; ids made in one process ascend, so that index pages stay dense. */
export function neueId(): string {
  return uuidv7();
}

/** Whether a text is a lower-case UUID of any version, as PostgreSQL prints it. */
export function istId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/** The smallest UUIDv7 that can have been made at or after a moment: bounds a range of ids by time. */
export function ersteIdAb(zeitpunkt: Date): string {
  const hex = zeitpunkt.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
