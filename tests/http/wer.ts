/** Everybody who may come to the door, in the words of the matrix. */
export const VOR_DER_TUER = [
  'ohne Anmeldung',
  'erfundene Sitzung',
  'Sitzung abgelaufen',
  'Sitzung widerrufen',
  'ausgeschieden',
  'gesperrt',
  'zweiter Faktor fehlt',
  'zweiter Faktor nicht eingerichtet',
  'Träger nicht gewählt',
] as const;

/** Signed in. The first six work for the same Träger; „anderswo“ is another one. */
export const DRINNEN = [
  'Fachkraft',
  'Kollegin',
  'in Vertretung',
  'in Fallberatung',
  'Leitung',
  'Administration',
  'Koordination',
  'Fachkraft anderswo',
  'Leitung anderswo',
  'Administration anderswo',
] as const;

export const WER = [...VOR_DER_TUER, ...DRINNEN] as const;

export type Wer = (typeof WER)[number];

/** Cases of the scene. All belong to the Träger of „Fachkraft“ except those of „anderswo“. */
export const FAELLE = ['eigener', 'der Kollegin', 'geteilter', 'anderswo', 'anderswo geteilt'] as const;

export type Fallname = (typeof FAELLE)[number];

/** A principal as the tests hold her. */
export interface Person {
  cookie: string | null;
  /** Mark of her Träger; null for the Koordination and for strangers. */
  kennung: string | null;
  nutzerId: string | null;
  name: string | null;
}

export interface Fall {
  nummer: string;
  id: string;
  kontaktId: string;
  personId: string;
  einwilligungId: string;
  dokumentId: string;
  schutzdokumentId: string;
  schutzeintragId: string;
  statusId: string;
  zielId: string;
  massnahmeId: string;
  fassungId: string;
  assessmentId: string;
  instrumentId: string;
  vermittlungId: string;
  weitergabeId: string;
  angebotId: string;
  /** Digest of the plan that was agreed. */
  planstand: string;
  /** Principal who is responsible. */
  bei: Wer;
  kennung: string;
}
