import { useId, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { Symbol, type SymbolName } from '../anzeige/Symbol.tsx';
import { Link } from '../seite/Link.tsx';

type KnopfAttribute = Omit<ComponentPropsWithoutRef<'button'>, 'className' | 'style' | 'disabled' | 'children'>;

export interface KnopfProps extends KnopfAttribute {
  art?: 'primaer' | 'sekundaer' | 'tertiaer';
  symbol?: SymbolName;
  /** A link that looks like a button; never for something that changes data. */
  href?: string;
  /** Why it cannot be used now: shown below and read out; the button stays focusable and does nothing. */
  gesperrtWeil?: string;
  /** 32 px high, for table rows. */
  klein?: boolean;
  /** Show only the icon below 576 px; the text stays as its name. Needs `symbol`. */
  schmalNurSymbol?: boolean;
  children: ReactNode;
}

const ART = { primaer: 'primary', sekundaer: 'secondary', tertiaer: 'tertiary' } as const;

/** A button that submits its form (default), or a link in its shape. */
export function Knopf(props: KnopfProps) {
  const { art = 'primaer', symbol, href, gesperrtWeil, klein = false, schmalNurSymbol = false, children, ...attribute } = props;
  const grundId = useId();
  const className = `kern-btn kern-btn--${ART[art]} ${klein ? 'kern-btn--x-small' : ''}`;
  const inhalt = (
    <>
      {symbol && <Symbol name={symbol} />}
      <span className={`kern-label ${schmalNurSymbol ? 'kern-sr-only-mobile' : ''}`}>{children}</span>
    </>
  );
  if (gesperrtWeil) {
    return (
      <span className="kim-gesperrt">
        <button type="button" className={className} aria-disabled="true" aria-describedby={grundId}>
          {inhalt}
        </button>
        <span className="kim-gesperrt__grund" id={grundId}>
          {gesperrtWeil}
        </span>
      </span>
    );
  }
  if (href) return <Link href={href} className={className}>{inhalt}</Link>;
  return (
    <button type="submit" {...attribute} className={className}>
      {inhalt}
    </button>
  );
}
