const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** Today in Berlin plus so many days, as the database takes it. */
export const tagVon = (tage: number): string => berlin.format(new Date(Date.now() + tage * 86_400_000));

/** So many days ago, to the second. */
export const vorTagen = (tage: number): Date => new Date(Date.now() - tage * 86_400_000);
