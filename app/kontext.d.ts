import '@remix-run/node';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    nonce: string;
    anfrageId: string;
    /** Address of the caller, for throttling only. */
    adresse: string;
  }
}
