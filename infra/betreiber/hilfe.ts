export const HILFE = `Befehle des Betreibers: Kreise, Träger und erste Zugänge. Sie lesen keinen Fall.

  npm run betreiber -- uebersicht
      Kreise und Träger dieser Installation, und wo noch eine Verwaltung fehlt.

  npm run betreiber -- kreis-anlegen "NAME" ["KOMMUNE:GEMEINDESCHLÜSSEL" …]
      Zum Beispiel: kreis-anlegen "Rheinisch-Bergischer Kreis" Kürten:05378012 "Bergisch Gladbach:05378004"

  npm run betreiber -- traeger-anlegen "KREIS" "NAME" --kennung KUE --art kommune [--kurzname Kürten] [--recht dsgvo]
      --kennung  zwei bis fünf Großbuchstaben, stehen in jeder Fallnummer und sind einmalig
      --art      kreis, kommune oder freier_traeger
      --recht    dsgvo (sonst angenommen), kdg oder dsg_ekd
      Der Träger erhält seinen Schlüssel im Schlüsselbund: danach den Schlüsselbund neu sichern.

  npm run betreiber -- veroeffentlichung-beginnen "KREIS" 31.12.2026
      Ab diesem Monatsende sieht die Koordination geschützte Zahlen. Erst, wenn die Datenschutzbeauftragten der Träger zugestimmt haben,
      und am besten nach einem vollen Jahr Betrieb: wie oft eine Tabelle erscheint, richtet sich nach der Bewegung der letzten zwölf Monate.

  npm run betreiber -- konto-anlegen E-MAIL "NAME" --traeger KUE
      Die erste Trägeradministration eines Trägers; weitere Personen lädt sie selbst ein.

  npm run betreiber -- konto-anlegen E-MAIL "NAME" --kreis "NAME"
      Das erste Konto der Koordination eines Kreises; weitere lädt sie selbst ein.

  npm run betreiber -- zugang-zuruecksetzen E-MAIL passwort|zweiter_faktor|beides
      Wenn niemand sonst helfen kann. Vergewissern Sie sich persönlich, wer darum bittet.

Jeder Zugang beginnt mit einem Link, der einmal angezeigt wird und nur einmal gilt.`;
