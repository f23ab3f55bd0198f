/** One choice of a select, radio or checkbox group. */
export interface Option {
  wert: string;
  text: string;
  /** Second line; not shown inside a select. */
  hinweis?: string;
  gesperrt?: boolean;
}

/** Choices under a common heading of a select. */
export interface Optionsblock {
  gruppe: string;
  optionen: readonly Option[];
}
