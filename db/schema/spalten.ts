import { customType, integer, pgSchema, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Everything a Träger writes; row-level security enabled and forced on each table. */
export const app = pgSchema('app');
/** Accounts, sessions and the functions that answer „who is asking“; no login reads a table here. */
export const sec = pgSchema('sec');
/** Wrapped data keys, written in the same transaction as what they protect (D9). */
export const tresor = pgSchema('tresor');
/** Person-free: Kreise, Kommunen, Träger, catalogues. */
export const kreisSchema = pgSchema('kreis');

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** First column of every Träger table and of every key, index and foreign key on it. */
export const traegerId = () => uuid().notNull();

/** UUIDv7 from the application: sorts by age, and no sequence counts across Träger. */
export const id = () => uuid().notNull();

export const zeitpunkt = () => timestamp({ withTimezone: true, mode: 'date' });

export const erfasstAm = () => zeitpunkt().notNull().defaultNow();

/** Raised by one on every change; an update names the version it read. */
export const version = () => integer().notNull().default(1);
