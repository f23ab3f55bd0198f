/** Kind of a message or badge. */
export type Art = 'info' | 'erfolg' | 'warnung' | 'fehler';

/** The word KERN uses for it in class and icon names. */
export const KERN_ART = { info: 'info', erfolg: 'success', warnung: 'warning', fehler: 'danger' } as const;
