import { createContext } from 'react';

/** The nonce of this response; empty in the browser, where nothing reads it. */
export const NonceContext = createContext('');
