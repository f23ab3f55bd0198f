/** Icons of KERN that the product uses; the drawing is a CSS mask. */
export type SymbolName =
  | 'account-circle' | 'add' | 'arrow-back' | 'arrow-down' | 'arrow-forward' | 'autorenew' | 'brightness-medium'
  | 'calendar-today' | 'check' | 'checklist' | 'chevron-right' | 'close' | 'content-copy' | 'danger' | 'dark-mode'
  | 'dehaze' | 'delete' | 'download' | 'draft' | 'edit' | 'help' | 'home' | 'info' | 'language' | 'light-mode'
  | 'logout' | 'mail' | 'more-vert' | 'open-in-new' | 'question-mark' | 'search' | 'success' | 'visibility'
  | 'visibility-off' | 'warning';

export interface SymbolProps {
  name: SymbolName;
  /** 20, 24 or 32 px. */
  groesse?: 'klein' | 'normal' | 'gross';
}

const GROESSE = { klein: 'small', normal: 'default', gross: 'large' } as const;

/** A decorative icon; the meaning always stands in the text beside it. */
export function Symbol({ name, groesse = 'normal' }: SymbolProps) {
  return <span className={`kern-icon kern-icon--${name} kern-icon--${GROESSE[groesse]}`} aria-hidden="true" />;
}
