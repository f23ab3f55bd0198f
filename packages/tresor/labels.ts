/** What the operator reads when the keyring file cannot be used. */
export const schluesselbundTexte = {
  fehlt: (pfad: string) => `Der Schlüsselbund ${pfad} wurde nicht gefunden. Ohne ihn sind die Daten nicht lesbar. Spielen Sie ihn aus Ihrer getrennten Sicherung zurück oder nennen Sie seinen Ort in KIM_SCHLUESSELBUND.`,
  unlesbar: (pfad: string) => `Der Schlüsselbund ${pfad} kann nicht gelesen werden. Prüfen Sie den Eigentümer der Datei.`,
  beschaedigt: (pfad: string) => `Der Schlüsselbund ${pfad} ist beschädigt oder kein Schlüsselbund. Er wurde nicht verändert. Spielen Sie ihn aus Ihrer getrennten Sicherung zurück.`,
  offen: (pfad: string) => `Der Schlüsselbund ${pfad} ist für andere Konten dieses Rechners zugänglich. Setzen Sie die Rechte mit: chmod 600 ${pfad}`,
  vorhanden: (pfad: string) => `Unter ${pfad} liegt bereits ein Schlüsselbund. Er wurde nicht verändert.`,
  veraendert: (pfad: string) => `Der Schlüsselbund ${pfad} enthält andere Schlüssel als beim Start. Prüfen Sie, ob die Datei vertauscht wurde.`,
  gesperrt: (pfad: string) => `Der Schlüsselbund ${pfad} wird gerade geändert. Läuft kein anderer Vorgang, löschen Sie die unvollendete Datei ${pfad}.neu; ihre neuen Schlüssel sind noch nicht in Gebrauch.`,
  schreiben: (pfad: string) => `Der Schlüsselbund ${pfad} konnte nicht geschrieben werden. Prüfen Sie Rechte und freien Platz. Die vorhandene Datei wurde nicht verändert.`,
};

/** What the operator reads when keyring and database do not belong together. */
export const pruefungTexte = {
  fehlt: (inhaber: string, generation: number) => `Im Schlüsselbund fehlt ${schluesselname(inhaber, generation)}, mit dem Daten dieser Datenbank verschlüsselt sind. Die Anwendung startet nicht; es wurde nichts verändert.`,
  falsch: (inhaber: string, generation: number) => `Im Schlüsselbund liegt ein anderer als der erwartete Schlüssel (${schluesselname(inhaber, generation)}). Er gehört zu einer anderen Datenbank. Die Anwendung startet nicht; es wurde nichts verändert.`,
};

/** For operators and bugs; nobody at the desk reads these. */
export const tresorTexte = {
  unlesbar: 'Der verschlüsselte Wert gehört nicht hierher, wurde verändert oder hat ein unbekanntes Format.',
  'kein-schluessel': 'Der Schlüsselbund enthält keinen Schlüssel für diesen Träger und diese Generation.',
  'fremder-schluessel': 'Der Datenschlüssel stammt nicht aus diesem Tresor.',
  'kein-text': 'Der verschlüsselte Wert ist kein Text.',
  kennung: 'Die Kennung des Trägers ist keine UUID.',
};

function schluesselname(inhaber: string, generation: number): string {
  const wessen = inhaber === 'wurzel' ? 'Wurzelschlüssel' : `Schlüssel des Trägers ${inhaber}`;
  return `${wessen}, Generation ${generation}`;
}
