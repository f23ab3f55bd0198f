import type { ComponentPropsWithoutRef, ReactNode } from 'react';

/** What every form field has. */
export interface FeldProps {
  name: string;
  beschriftung: string;
  hinweis?: ReactNode;
  /** Message of the server about this field. */
  fehler?: string;
  /** Marks the field „(erforderlich)“; the server decides all the same. */
  erforderlich?: boolean;
  /** Marks the field „(optional)“; for forms in which nearly everything is required. */
  optional?: boolean;
  /** Only when two forms of a page share field names. */
  id?: string;
}

/** Native attributes a single-line field hands on; what the component sets itself is left out. */
export type EingabeAttribute = Omit<
  ComponentPropsWithoutRef<'input'>,
  keyof FeldProps | 'type' | 'value' | 'defaultValue' | 'required' | 'className' | 'style' | 'aria-describedby' | 'aria-invalid'
>;

/** Id of a field, valid in a URL fragment: `ziele[0].text` → `feld-ziele-0-text`. */
export function feldId(name: string): string {
  return `feld-${name.replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/-$/u, '')}`;
}

/** Ids of a field and its texts; texts that are not shown have none. */
export function feldIds({ name, id = feldId(name), hinweis, fehler }: FeldProps) {
  const hinweisId = hinweis ? `${id}-hinweis` : undefined;
  const fehlerId = fehler ? `${id}-fehler` : undefined;
  return { id, hinweisId, fehlerId, beschriebenVon: [hinweisId, fehlerId].filter(Boolean).join(' ') || undefined };
}

/** Attributes that tie an input to its label, hint and error. */
export function feldAttribute(feld: FeldProps) {
  const { id, beschriebenVon } = feldIds(feld);
  return {
    id,
    name: feld.name,
    required: feld.erforderlich || undefined,
    'aria-describedby': beschriebenVon,
    'aria-invalid': feld.fehler ? true : undefined,
  };
}

/** Splits the props of a field component from the native attributes. */
export function teileFeld<P extends FeldProps>(props: P): [FeldProps, Omit<P, keyof FeldProps>] {
  const { name, beschriftung, hinweis, fehler, erforderlich, optional, id, ...rest } = props;
  return [{ name, beschriftung, hinweis, fehler, erforderlich, optional, id }, rest];
}
