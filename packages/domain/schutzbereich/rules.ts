/** Minutes that the protected part stays open; the database allows no more. */
export const OFFEN_MINUTEN = 15;
