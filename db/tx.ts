import type { NodePgDatabase } from 'drizzle-orm/node-postgres';

/** The inside of one transaction. Its own `transaction` is out of reach: units of work do not nest. */
export type Tx = Omit<NodePgDatabase, 'transaction' | '$client'>;
