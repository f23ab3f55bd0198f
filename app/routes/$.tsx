import { nichtGefunden, oeffentlich } from '../http/geschuetzt.server.ts';

/** Every other address. */
export const loader = oeffentlich(async () => {
  throw nichtGefunden();
});

export const action = loader;

export default function Unbekannt() {
  return null;
}
