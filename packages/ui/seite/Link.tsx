import { createContext, createElement, useContext, type AnchorHTMLAttributes, type ElementType } from 'react';

/** Attributes of a link as every component here writes them; `style` is left out because the CSP forbids it. */
export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'style'> {
  href: string;
}

/** The element that renders links. An application with a router provides a component that maps `href` to it. */
export const LinkContext = createContext<ElementType<LinkProps>>('a');

/** A link that navigates the way the application decided once through `LinkContext`. */
export function Link(props: LinkProps) {
  return createElement(useContext(LinkContext), props);
}
