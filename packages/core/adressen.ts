/** Path of the page that spends a one-time token: app/paths.ts serves it, operator commands print it. */
export const einmallinkPfad = (token: string): string => `/zugang/${token}`;
