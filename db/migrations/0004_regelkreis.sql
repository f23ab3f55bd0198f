CREATE TABLE "kreis"."angebote" (
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nur_fuer_id" uuid,
	"name" text NOT NULL,
	"organisation" text NOT NULL,
	"rechtskreis" text NOT NULL,
	"bereiche" text[] NOT NULL,
	"einzugsgebiet" uuid[] NOT NULL,
	"sprachen" text[] NOT NULL,
	"anschrift" text NOT NULL,
	"anfahrt" text NOT NULL,
	"telefon" text NOT NULL,
	"email" text NOT NULL,
	"web" text NOT NULL,
	"zeiten" text NOT NULL,
	"hinweise" text NOT NULL,
	"geprueft_am" date,
	"pflege_traeger_id" uuid,
	"pflege_nutzer_id" uuid,
	"geschlossen_am" date,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "angebote_kreis_id_id_pk" PRIMARY KEY("kreis_id","id"),
	CONSTRAINT "angebot_rechtskreis" CHECK ("kreis"."angebote"."rechtskreis" ~ '^[a-z0-9_]+$'),
	CONSTRAINT "angebot_bereiche" CHECK (array_to_string("kreis"."angebote"."bereiche", ',') ~ '^[a-z_,]*$'),
	CONSTRAINT "angebot_sprachen" CHECK (array_to_string("kreis"."angebote"."sprachen", ',') ~ '^[a-z,]*$')
);
--> statement-breakpoint
CREATE TABLE "app"."assessments" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"anlass" text NOT NULL,
	"am" date NOT NULL,
	"bogen_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"geaendert_von" uuid,
	"geaendert_am" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assessments_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "assessment_anlass" CHECK ("app"."assessments"."anlass" in ('assessment', 'reassessment'))
);
--> statement-breakpoint
CREATE TABLE "app"."instrumente" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"art" text NOT NULL,
	"fassung" integer NOT NULL,
	"ratsuchende_id" uuid,
	"am" date NOT NULL,
	"stand" text NOT NULL,
	"inhalt_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"geaendert_von" uuid,
	"geaendert_am" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "instrumente_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "instrument_art" CHECK ("app"."instrumente"."art" ~ '^[a-z_]+$'),
	CONSTRAINT "instrument_stand" CHECK ("app"."instrumente"."stand" in ('entwurf', 'abgeschlossen')),
	CONSTRAINT "instrument_fassung" CHECK ("app"."instrumente"."fassung" > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."evaluationen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"sicht" text NOT NULL,
	"am" date NOT NULL,
	"zielerreichung" integer,
	"zufriedenheit" integer,
	"selbststaendigkeit" integer,
	"bogen_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"geaendert_von" uuid,
	"geaendert_am" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "evaluationen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "evaluation_sicht" CHECK ("app"."evaluationen"."sicht" in ('ratsuchende', 'fachkraft')),
	CONSTRAINT "evaluation_stufen" CHECK ("app"."evaluationen"."zielerreichung" between 1 and 5 and "app"."evaluationen"."zufriedenheit" between 1 and 5 and "app"."evaluationen"."selbststaendigkeit" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "app"."phasenwechsel" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"von" text NOT NULL,
	"nach" text NOT NULL,
	"am" date NOT NULL,
	"begruendung_krypt" "bytea",
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phasenwechsel_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "phasenwechsel_phasen" CHECK ("app"."phasenwechsel"."von" ~ '^[a-z]+$' and "app"."phasenwechsel"."nach" ~ '^[a-z]+$' and "app"."phasenwechsel"."von" <> "app"."phasenwechsel"."nach")
);
--> statement-breakpoint
CREATE TABLE "app"."grenzaufgaben" (
	"traeger_id" uuid NOT NULL,
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"aufgabe" text NOT NULL,
	"umgang" text NOT NULL,
	"angebot_id" uuid,
	"am" date NOT NULL,
	"inhalt_krypt" "bytea",
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grenzaufgaben_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "grenzaufgabe_aufgabe" CHECK ("app"."grenzaufgaben"."aufgabe" ~ '^[a-z_]+$'),
	CONSTRAINT "grenzaufgabe_umgang" CHECK (("app"."grenzaufgaben"."umgang" = 'verwiesen' and "app"."grenzaufgaben"."angebot_id" is not null) or ("app"."grenzaufgaben"."umgang" = 'ausnahme' and "app"."grenzaufgaben"."inhalt_krypt" is not null))
);
--> statement-breakpoint
CREATE TABLE "app"."monitoringpruefungen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"vermittlung_id" uuid NOT NULL,
	"am" date NOT NULL,
	"erreicht" text NOT NULL,
	"vollstaendig" text NOT NULL,
	"passend" text NOT NULL,
	"ziel_erreicht" text NOT NULL,
	"notiz_krypt" "bytea",
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "monitoringpruefungen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "pruefung_antworten" CHECK ("app"."monitoringpruefungen"."erreicht" in ('ja', 'teilweise', 'nein', 'offen') and "app"."monitoringpruefungen"."vollstaendig" in ('ja', 'teilweise', 'nein', 'offen')
      and "app"."monitoringpruefungen"."passend" in ('ja', 'teilweise', 'nein', 'offen') and "app"."monitoringpruefungen"."ziel_erreicht" in ('ja', 'teilweise', 'nein', 'offen'))
);
--> statement-breakpoint
CREATE TABLE "app"."vermittlungen" (
	"traeger_id" uuid NOT NULL,
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"angebot_id" uuid NOT NULL,
	"massnahme_id" uuid,
	"ratsuchende_id" uuid,
	"art" text NOT NULL,
	"stand" text NOT NULL,
	"am" date NOT NULL,
	"pruefen_am" date,
	"inhalt_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "vermittlungen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "vermittlungen_traegerId_fallId_id_unique" UNIQUE("traeger_id","fall_id","id"),
	CONSTRAINT "vermittlung_art" CHECK ("app"."vermittlungen"."art" in ('angebot', 'abh_anfrage', 'einbuergerung')),
	CONSTRAINT "vermittlung_stand" CHECK ("app"."vermittlungen"."stand" in ('geplant', 'angefragt', 'angebunden', 'beendet', 'gescheitert'))
);
--> statement-breakpoint
CREATE TABLE "app"."versorgungsluecken" (
	"traeger_id" uuid NOT NULL,
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"bereich" text NOT NULL,
	"art" text NOT NULL,
	"kommune_id" uuid NOT NULL,
	"vermittlung_id" uuid,
	"erkannt_am" date NOT NULL,
	"inhalt_krypt" "bytea",
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "versorgungsluecken_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "luecke_bereich" CHECK ("app"."versorgungsluecken"."bereich" ~ '^[a-z_]+$'),
	CONSTRAINT "luecke_art" CHECK ("app"."versorgungsluecken"."art" ~ '^[a-z_]+$')
);
--> statement-breakpoint
CREATE TABLE "app"."weitergaben" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"vermittlung_id" uuid NOT NULL,
	"einwilligung_id" uuid NOT NULL,
	"am" date NOT NULL,
	"weg" text NOT NULL,
	"zweck" text NOT NULL,
	"datenarten" text[] NOT NULL,
	"inhalt_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "weitergaben_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "weitergabe_weg" CHECK ("app"."weitergaben"."weg" in ('brief', 'email', 'telefon', 'gespraech', 'fallkonferenz')),
	CONSTRAINT "weitergabe_zweck" CHECK ("app"."weitergaben"."zweck" ~ '^[a-z_]+$'),
	CONSTRAINT "weitergabe_datenarten" CHECK (array_to_string("app"."weitergaben"."datenarten", ',') ~ '^[a-z_,]+$')
);
--> statement-breakpoint
CREATE TABLE "app"."massnahmen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"ziel_id" uuid NOT NULL,
	"wer" text NOT NULL,
	"bis" date,
	"stand" text NOT NULL,
	"erledigt_am" date,
	"inhalt_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "massnahmen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "massnahmen_traegerId_fallId_id_unique" UNIQUE("traeger_id","fall_id","id"),
	CONSTRAINT "massnahme_wer" CHECK ("app"."massnahmen"."wer" in ('ratsuchende', 'dritte', 'fachkraft')),
	CONSTRAINT "massnahme_stand" CHECK ("app"."massnahmen"."stand" in ('offen', 'erledigt', 'entfallen')),
	CONSTRAINT "massnahme_erledigt" CHECK (("app"."massnahmen"."stand" <> 'offen') = ("app"."massnahmen"."erledigt_am" is not null))
);
--> statement-breakpoint
CREATE TABLE "app"."planfassungen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"fassung" integer NOT NULL,
	"vereinbart_am" date NOT NULL,
	"form" text NOT NULL,
	"sprache" text,
	"nachweis_id" uuid,
	"inhalt_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "planfassungen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "planfassungen_traegerId_fallId_fassung_unique" UNIQUE("traeger_id","fall_id","fassung"),
	CONSTRAINT "planfassung_form" CHECK ("app"."planfassungen"."form" in ('schriftlich', 'elektronisch', 'muendlich')),
	CONSTRAINT "planfassung_sprache" CHECK ("app"."planfassungen"."sprache" ~ '^[a-z]{3}$'),
	CONSTRAINT "planfassung_fassung" CHECK ("app"."planfassungen"."fassung" > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."zielbewertungen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"ziel_id" uuid NOT NULL,
	"am" date NOT NULL,
	"stufe" integer NOT NULL,
	"sicht" text NOT NULL,
	"notiz_krypt" "bytea",
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "zielbewertungen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "zielbewertung_stufe" CHECK ("app"."zielbewertungen"."stufe" between 1 and 5),
	CONSTRAINT "zielbewertung_sicht" CHECK ("app"."zielbewertungen"."sicht" in ('ratsuchende', 'fachkraft', 'gemeinsam'))
);
--> statement-breakpoint
CREATE TABLE "app"."ziele" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"oberziel_id" uuid,
	"ratsuchende_id" uuid,
	"bedarf_id" uuid,
	"prioritaet" text NOT NULL,
	"bis" date,
	"stand" text NOT NULL,
	"beendet_am" date,
	"inhalt_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ziele_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "ziele_traegerId_fallId_id_unique" UNIQUE("traeger_id","fall_id","id"),
	CONSTRAINT "ziel_oberziel" CHECK ("app"."ziele"."oberziel_id" <> "app"."ziele"."id"),
	CONSTRAINT "ziel_prioritaet" CHECK ("app"."ziele"."prioritaet" in ('hoch', 'mittel', 'niedrig')),
	CONSTRAINT "ziel_stand" CHECK ("app"."ziele"."stand" in ('offen', 'erreicht', 'aufgegeben')),
	CONSTRAINT "ziel_beendet" CHECK (("app"."ziele"."stand" <> 'offen') = ("app"."ziele"."beendet_am" is not null))
);
--> statement-breakpoint
DROP INDEX "app"."bedarfe_traeger_id_fall_id_id_index";
--> statement-breakpoint
ALTER TABLE "app"."bedarfe" ADD COLUMN "ratsuchende_id" uuid;
--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD COLUMN "kreis_id" uuid;
--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD COLUMN "angebot_id" uuid;
--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD COLUMN "zwecke" text[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "app"."bedarfe" ADD CONSTRAINT "bedarfe_traegerId_fallId_id_unique" UNIQUE("traeger_id","fall_id","id");
--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD CONSTRAINT "einwilligungen_traegerId_fallId_id_unique" UNIQUE("traeger_id","fall_id","id");
--> statement-breakpoint
ALTER TABLE "kreis"."angebote" ADD CONSTRAINT "angebote_kreis_id_kreise_id_fk" FOREIGN KEY ("kreis_id") REFERENCES "kreis"."kreise"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "kreis"."angebote" ADD CONSTRAINT "angebote_kreis_id_nur_fuer_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","nur_fuer_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "kreis"."angebote" ADD CONSTRAINT "angebote_kreis_id_pflege_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","pflege_traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "kreis"."angebote" ADD CONSTRAINT "angebote_pflege_traeger_id_pflege_nutzer_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("pflege_traeger_id","pflege_nutzer_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."assessments" ADD CONSTRAINT "assessments_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."assessments" ADD CONSTRAINT "assessments_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."assessments" ADD CONSTRAINT "assessments_traeger_id_geaendert_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","geaendert_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."instrumente" ADD CONSTRAINT "instrumente_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."instrumente" ADD CONSTRAINT "instrumente_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."instrumente" ADD CONSTRAINT "instrumente_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."instrumente" ADD CONSTRAINT "instrumente_traeger_id_geaendert_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","geaendert_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."evaluationen" ADD CONSTRAINT "evaluationen_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."evaluationen" ADD CONSTRAINT "evaluationen_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."evaluationen" ADD CONSTRAINT "evaluationen_traeger_id_geaendert_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","geaendert_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."phasenwechsel" ADD CONSTRAINT "phasenwechsel_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."phasenwechsel" ADD CONSTRAINT "phasenwechsel_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."grenzaufgaben" ADD CONSTRAINT "grenzaufgaben_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."grenzaufgaben" ADD CONSTRAINT "grenzaufgaben_kreis_id_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."grenzaufgaben" ADD CONSTRAINT "grenzaufgaben_kreis_id_angebot_id_angebote_kreis_id_id_fk" FOREIGN KEY ("kreis_id","angebot_id") REFERENCES "kreis"."angebote"("kreis_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."grenzaufgaben" ADD CONSTRAINT "grenzaufgaben_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."monitoringpruefungen" ADD CONSTRAINT "monitoringpruefungen_traeger_id_fall_id_vermittlung_id_vermittlungen_traeger_id_fall_id_id_fk" FOREIGN KEY ("traeger_id","fall_id","vermittlung_id") REFERENCES "app"."vermittlungen"("traeger_id","fall_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."monitoringpruefungen" ADD CONSTRAINT "monitoringpruefungen_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."vermittlungen" ADD CONSTRAINT "vermittlungen_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."vermittlungen" ADD CONSTRAINT "vermittlungen_kreis_id_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."vermittlungen" ADD CONSTRAINT "vermittlungen_kreis_id_angebot_id_angebote_kreis_id_id_fk" FOREIGN KEY ("kreis_id","angebot_id") REFERENCES "kreis"."angebote"("kreis_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."vermittlungen" ADD CONSTRAINT "vermittlungen_traeger_id_fall_id_massnahme_id_massnahmen_traeger_id_fall_id_id_fk" FOREIGN KEY ("traeger_id","fall_id","massnahme_id") REFERENCES "app"."massnahmen"("traeger_id","fall_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."vermittlungen" ADD CONSTRAINT "vermittlungen_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."vermittlungen" ADD CONSTRAINT "vermittlungen_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."versorgungsluecken" ADD CONSTRAINT "versorgungsluecken_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."versorgungsluecken" ADD CONSTRAINT "versorgungsluecken_kreis_id_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."versorgungsluecken" ADD CONSTRAINT "versorgungsluecken_kreis_id_kommune_id_kommunen_kreis_id_id_fk" FOREIGN KEY ("kreis_id","kommune_id") REFERENCES "kreis"."kommunen"("kreis_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."versorgungsluecken" ADD CONSTRAINT "versorgungsluecken_traeger_id_fall_id_vermittlung_id_vermittlungen_traeger_id_fall_id_id_fk" FOREIGN KEY ("traeger_id","fall_id","vermittlung_id") REFERENCES "app"."vermittlungen"("traeger_id","fall_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."versorgungsluecken" ADD CONSTRAINT "versorgungsluecken_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."weitergaben" ADD CONSTRAINT "weitergaben_traeger_id_fall_id_vermittlung_id_vermittlungen_traeger_id_fall_id_id_fk" FOREIGN KEY ("traeger_id","fall_id","vermittlung_id") REFERENCES "app"."vermittlungen"("traeger_id","fall_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."weitergaben" ADD CONSTRAINT "weitergaben_traeger_id_fall_id_einwilligung_id_einwilligungen_traeger_id_fall_id_id_fk" FOREIGN KEY ("traeger_id","fall_id","einwilligung_id") REFERENCES "app"."einwilligungen"("traeger_id","fall_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."weitergaben" ADD CONSTRAINT "weitergaben_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."massnahmen" ADD CONSTRAINT "massnahmen_traeger_id_fall_id_ziel_id_ziele_traeger_id_fall_id_id_fk" FOREIGN KEY ("traeger_id","fall_id","ziel_id") REFERENCES "app"."ziele"("traeger_id","fall_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."massnahmen" ADD CONSTRAINT "massnahmen_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."planfassungen" ADD CONSTRAINT "planfassungen_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."planfassungen" ADD CONSTRAINT "planfassungen_traeger_id_nachweis_id_dokumente_traeger_id_id_fk" FOREIGN KEY ("traeger_id","nachweis_id") REFERENCES "app"."dokumente"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."planfassungen" ADD CONSTRAINT "planfassungen_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."zielbewertungen" ADD CONSTRAINT "zielbewertungen_traeger_id_fall_id_ziel_id_ziele_traeger_id_fall_id_id_fk" FOREIGN KEY ("traeger_id","fall_id","ziel_id") REFERENCES "app"."ziele"("traeger_id","fall_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."zielbewertungen" ADD CONSTRAINT "zielbewertungen_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."ziele" ADD CONSTRAINT "ziele_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."ziele" ADD CONSTRAINT "ziele_oberziel_fk" FOREIGN KEY ("traeger_id","fall_id","oberziel_id") REFERENCES "app"."ziele"("traeger_id","fall_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."ziele" ADD CONSTRAINT "ziele_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."ziele" ADD CONSTRAINT "ziele_traeger_id_fall_id_bedarf_id_bedarfe_traeger_id_fall_id_id_fk" FOREIGN KEY ("traeger_id","fall_id","bedarf_id") REFERENCES "app"."bedarfe"("traeger_id","fall_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."ziele" ADD CONSTRAINT "ziele_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "angebote_kreis_id_name_index" ON "kreis"."angebote" USING btree ("kreis_id","name");
--> statement-breakpoint
CREATE INDEX "assessments_traeger_id_fall_id_id_index" ON "app"."assessments" USING btree ("traeger_id","fall_id","id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "instrumente_traeger_id_fall_id_id_index" ON "app"."instrumente" USING btree ("traeger_id","fall_id","id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "evaluationen_traeger_id_fall_id_id_index" ON "app"."evaluationen" USING btree ("traeger_id","fall_id","id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "phasenwechsel_traeger_id_fall_id_id_index" ON "app"."phasenwechsel" USING btree ("traeger_id","fall_id","id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "grenzaufgaben_traeger_id_fall_id_id_index" ON "app"."grenzaufgaben" USING btree ("traeger_id","fall_id","id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "monitoringpruefungen_traeger_id_fall_id_vermittlung_id_am_index" ON "app"."monitoringpruefungen" USING btree ("traeger_id","fall_id","vermittlung_id","am");
--> statement-breakpoint
CREATE INDEX "vermittlungen_zu_pruefen" ON "app"."vermittlungen" USING btree ("traeger_id","fall_id","pruefen_am") WHERE pruefen_am is not null;
--> statement-breakpoint
CREATE INDEX "versorgungsluecken_traeger_id_fall_id_id_index" ON "app"."versorgungsluecken" USING btree ("traeger_id","fall_id","id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "weitergaben_traeger_id_fall_id_id_index" ON "app"."weitergaben" USING btree ("traeger_id","fall_id","id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "massnahmen_traeger_id_fall_id_ziel_id_index" ON "app"."massnahmen" USING btree ("traeger_id","fall_id","ziel_id");
--> statement-breakpoint
CREATE INDEX "zielbewertungen_traeger_id_fall_id_ziel_id_am_index" ON "app"."zielbewertungen" USING btree ("traeger_id","fall_id","ziel_id","am");
--> statement-breakpoint
ALTER TABLE "app"."bedarfe" ADD CONSTRAINT "bedarfe_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD CONSTRAINT "einwilligungen_kreis_id_angebot_id_angebote_kreis_id_id_fk" FOREIGN KEY ("kreis_id","angebot_id") REFERENCES "kreis"."angebote"("kreis_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD CONSTRAINT "einwilligungen_kreis_id_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD CONSTRAINT "einwilligung_zwecke" CHECK (array_to_string("app"."einwilligungen"."zwecke", ',') ~ '^[a-z_,]*$');
--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD CONSTRAINT "einwilligung_angebot" CHECK (("app"."einwilligungen"."angebot_id" is null) = ("app"."einwilligungen"."kreis_id" is null));
