import { Form } from '@remix-run/react';
import { Knopf } from '@kim/ui/formular/Knopf.tsx';
import { Karte } from '@kim/ui/anzeige/Karte.tsx';
import { Abschnitt } from '@kim/ui/seite/Abschnitt.tsx';
import { Raster } from '@kim/ui/seite/Raster.tsx';

interface DemoKonto {
  email: string;
  name: string;
  traeger: string;
  aufgabe: string;
}

/** One button per fictitious account; exists in the demo only. */
export function DemoKonten({ konten, passwort }: { konten: readonly DemoKonto[]; passwort: string }) {
  const traeger = [...new Set(konten.map((konto) => konto.traeger))];
  return (
    <Abschnitt titel="Demo-Konten">
      <p>Alle Personen sind erfunden. Das Passwort aller Konten ist „{passwort}“.</p>
      <Raster>
        {traeger.map((name) => (
          <Karte key={name} titel={name}>
            <div className="kim-stapel kim-stapel--eng">
              {konten.filter((konto) => konto.traeger === name).map((konto) => (
                <Form key={konto.email} method="post">
                  <input type="hidden" name="email" value={konto.email} />
                  <input type="hidden" name="passwort" value={passwort} />
                  <Knopf art="sekundaer" klein>
                    {konto.name} ({konto.aufgabe})
                  </Knopf>
                </Form>
              ))}
            </div>
          </Karte>
        ))}
      </Raster>
    </Abschnitt>
  );
}
