import type { Dateifehler } from './rules.ts';
import type { Dateityp, Dokumentart } from './schema.ts';

export const DOKUMENTART: Record<Dokumentart, string> = {
  nachweis: 'Nachweis',
  unterschrift: 'Unterschrift am Bildschirm',
  anlage: 'Anlage',
};

export const DATEITYP: Record<Dateityp, string> = { 'application/pdf': 'PDF', 'image/png': 'PNG-Bild', 'image/jpeg': 'JPEG-Bild' };

export const DATEIFEHLER: Record<Dateifehler, string> = {
  zu_gross: 'Die Datei ist größer als 10 MB. Bitte wählen Sie eine kleinere, zum Beispiel ein Foto in geringerer Auflösung.',
  unbekannter_typ: 'Diese Datei ist kein PDF, PNG- oder JPEG-Bild. Andere Dateien werden nicht angenommen.',
  kontingent: 'Die Dokumente dieses Falls wären zusammen größer als 200 MB. Bitte legen Sie eine kleinere Datei ab.',
};

/** „1,4 MB“. @param bytes before encryption */
export const formatGroesse = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
