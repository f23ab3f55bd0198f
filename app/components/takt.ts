/** How often a table appears, in words. */
export const TAKT: Readonly<Record<string, string>> = {
  monat: 'monatlich', quartal: 'vierteljährlich', jahr: 'jährlich', nie: 'in diesem Jahr nicht: zu wenig Bewegung, um Einzelne zu schützen',
};
