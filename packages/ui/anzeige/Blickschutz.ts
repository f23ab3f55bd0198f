import { createContext } from 'react';

/** True when somebody may look at the screen: names are then rendered as initials only. */
export const BlickschutzContext = createContext(false);
