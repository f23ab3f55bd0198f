CREATE TABLE "app"."anfragen" (
	"traeger_id" uuid NOT NULL,
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ratsuchende_id" uuid NOT NULL,
	"kommune_id" uuid NOT NULL,
	"eingegangen_am" date NOT NULL,
	"zugang" text NOT NULL,
	"kernkriterium" text,
	"sprachmittlung" text,
	"stand" text NOT NULL,
	"erstgespraech_am" date,
	"an_nutzer_id" uuid,
	"fall_id" uuid,
	"inhalt_krypt" "bytea",
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "anfragen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "anfrage_zugang" CHECK ("app"."anfragen"."zugang" ~ '^[a-z_]+$'),
	CONSTRAINT "anfrage_kernkriterium" CHECK ("app"."anfragen"."kernkriterium" in ('erstintegration', 'wiederaufnahme')),
	CONSTRAINT "anfrage_sprachmittlung" CHECK ("app"."anfragen"."sprachmittlung" ~ '^[a-z_]+$'),
	CONSTRAINT "anfrage_stand" CHECK ("app"."anfragen"."stand" in ('offen', 'wartet', 'aufgenommen', 'weitergegeben', 'nicht_aufgenommen')),
	CONSTRAINT "anfrage_fall" CHECK (("app"."anfragen"."stand" = 'aufgenommen') = ("app"."anfragen"."fall_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "tresor"."anfrageschluessel" (
	"traeger_id" uuid NOT NULL,
	"anfrage_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"verpackt" "bytea" NOT NULL,
	CONSTRAINT "anfrageschluessel_traeger_id_anfrage_id_pk" PRIMARY KEY("traeger_id","anfrage_id")
);
--> statement-breakpoint
CREATE TABLE "app"."ansichten" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nutzer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"auswahl" jsonb NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ansichten_traeger_id_id_pk" PRIMARY KEY("traeger_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."richtwertanpassungen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nutzer_id" uuid NOT NULL,
	"faelle" integer NOT NULL,
	"von" date NOT NULL,
	"bis" date,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "richtwertanpassungen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "anpassung_faelle" CHECK ("app"."richtwertanpassungen"."faelle" between 0 and 500),
	CONSTRAINT "anpassung_zeitraum" CHECK ("app"."richtwertanpassungen"."bis" >= "app"."richtwertanpassungen"."von")
);
--> statement-breakpoint
CREATE TABLE "app"."wiedervorlagen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"faellig_am" date NOT NULL,
	"text_krypt" "bytea" NOT NULL,
	"erledigt_am" date,
	"erledigt_von" uuid,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wiedervorlagen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."bedarfe" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"bereich" text NOT NULL,
	"dringlichkeit" text NOT NULL,
	"stand" text NOT NULL,
	"erkannt_am" date NOT NULL,
	"erledigt_am" date,
	"beschreibung_krypt" "bytea",
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bedarfe_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "bedarf_bereich" CHECK ("app"."bedarfe"."bereich" ~ '^[a-z_]+$'),
	CONSTRAINT "bedarf_dringlichkeit" CHECK ("app"."bedarfe"."dringlichkeit" in ('niedrig', 'mittel', 'hoch')),
	CONSTRAINT "bedarf_stand" CHECK ("app"."bedarfe"."stand" in ('offen', 'in_arbeit', 'erledigt', 'entfallen')),
	CONSTRAINT "bedarf_zeitraum" CHECK ("app"."bedarfe"."erledigt_am" >= "app"."bedarfe"."erkannt_am"),
	CONSTRAINT "bedarf_erledigt" CHECK (("app"."bedarfe"."stand" in ('erledigt', 'entfallen')) = ("app"."bedarfe"."erledigt_am" is not null))
);
--> statement-breakpoint
CREATE TABLE "app"."dokumente" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"art" text NOT NULL,
	"dateityp" text NOT NULL,
	"groesse" integer NOT NULL,
	"name_krypt" "bytea" NOT NULL,
	"inhalt_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dokumente_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "dokument_art" CHECK ("app"."dokumente"."art" in ('nachweis', 'unterschrift', 'anlage')),
	CONSTRAINT "dokument_dateityp" CHECK ("app"."dokumente"."dateityp" in ('application/pdf', 'image/png', 'image/jpeg')),
	CONSTRAINT "dokument_groesse" CHECK ("app"."dokumente"."groesse" between 1 and 10485760)
);
--> statement-breakpoint
CREATE TABLE "app"."einwilligungen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"ratsuchende_id" uuid NOT NULL,
	"art" text NOT NULL,
	"stand" text NOT NULL,
	"am" date NOT NULL,
	"gueltig_bis" date,
	"widerrufen_am" date,
	"form" text NOT NULL,
	"text_id" uuid,
	"vorlage" text,
	"sprache" text,
	"datenarten" text[] DEFAULT '{}' NOT NULL,
	"richtung" text,
	"inhalt_krypt" "bytea" NOT NULL,
	"nachweis_id" uuid,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "einwilligungen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "einwilligung_art" CHECK ("app"."einwilligungen"."art" in ('datenschutzvereinbarung', 'datenschutzerklaerung', 'schweigepflichtentbindung', 'einverstaendnis')),
	CONSTRAINT "einwilligung_stand" CHECK ("app"."einwilligungen"."stand" in ('erteilt', 'verweigert', 'widerrufen')),
	CONSTRAINT "einwilligung_form" CHECK ("app"."einwilligungen"."form" in ('schriftlich', 'elektronisch', 'muendlich')),
	CONSTRAINT "einwilligung_richtung" CHECK ("app"."einwilligungen"."richtung" in ('an_empfaenger', 'von_empfaenger', 'gegenseitig')),
	CONSTRAINT "einwilligung_vorlage" CHECK ("app"."einwilligungen"."vorlage" ~ '^[a-z0-9_]+-[0-9]+$'),
	CONSTRAINT "einwilligung_sprache" CHECK ("app"."einwilligungen"."sprache" ~ '^[a-z]{3}$'),
	CONSTRAINT "einwilligung_datenarten" CHECK (array_to_string("app"."einwilligungen"."datenarten", ',') ~ '^[a-z_,]*$'),
	CONSTRAINT "einwilligung_zeitraum" CHECK ("app"."einwilligungen"."gueltig_bis" >= "app"."einwilligungen"."am" and "app"."einwilligungen"."widerrufen_am" >= "app"."einwilligungen"."am"),
	CONSTRAINT "einwilligung_widerruf" CHECK (("app"."einwilligungen"."stand" = 'widerrufen') = ("app"."einwilligungen"."widerrufen_am" is not null))
);
--> statement-breakpoint
CREATE TABLE "app"."einwilligungstexte" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"art" text NOT NULL,
	"fassung" integer NOT NULL,
	"gilt_ab" date NOT NULL,
	"text" text NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "einwilligungstexte_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "einwilligungstexte_traegerId_art_fassung_unique" UNIQUE("traeger_id","art","fassung"),
	CONSTRAINT "einwilligungstext_art" CHECK ("app"."einwilligungstexte"."art" in ('datenschutzvereinbarung', 'datenschutzerklaerung', 'schweigepflichtentbindung', 'einverstaendnis'))
);
--> statement-breakpoint
CREATE TABLE "kreis"."kriterienkataloge" (
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fassung" integer NOT NULL,
	"stand" text NOT NULL,
	"gilt_ab" date NOT NULL,
	"beschluss" text NOT NULL,
	"platzhalter" boolean NOT NULL,
	"schwelle" integer NOT NULL,
	"inhalt" jsonb NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "kriterienkataloge_kreis_id_id_pk" PRIMARY KEY("kreis_id","id"),
	CONSTRAINT "kriterienkataloge_kreisId_fassung_unique" UNIQUE("kreis_id","fassung"),
	CONSTRAINT "katalog_stand" CHECK ("kreis"."kriterienkataloge"."stand" in ('entwurf', 'veroeffentlicht')),
	CONSTRAINT "katalog_schwelle" CHECK ("kreis"."kriterienkataloge"."schwelle" between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "app"."erstgespraeche" (
	"traeger_id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"am" date NOT NULL,
	"kanal" text NOT NULL,
	"ort_id" uuid,
	"sprachmittlung" text,
	"bogen_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"geaendert_von" uuid,
	"geaendert_am" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "erstgespraeche_traeger_id_fall_id_pk" PRIMARY KEY("traeger_id","fall_id"),
	CONSTRAINT "erstgespraech_persoenlich" CHECK ("app"."erstgespraeche"."kanal" in ('persoenlich', 'aufsuchend')),
	CONSTRAINT "erstgespraech_sprachmittlung" CHECK ("app"."erstgespraeche"."sprachmittlung" ~ '^[a-z_]+$')
);
--> statement-breakpoint
CREATE TABLE "app"."fallabschluesse" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"am" date NOT NULL,
	"grund" text NOT NULL,
	"durch" text NOT NULL,
	"ergebnis" text,
	"notiz_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fallabschluesse_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "fallabschluesse_traegerId_fallId_id_unique" UNIQUE("traeger_id","fall_id","id"),
	CONSTRAINT "abschluss_grund" CHECK ("app"."fallabschluesse"."grund" ~ '^[a-z_]+$'),
	CONSTRAINT "abschluss_durch" CHECK ("app"."fallabschluesse"."durch" in ('ratsuchende', 'fachkraft', 'beide', 'umstaende')),
	CONSTRAINT "abschluss_ergebnis" CHECK ("app"."fallabschluesse"."ergebnis" ~ '^[a-z_]+$')
);
--> statement-breakpoint
CREATE TABLE "app"."kriterienpruefungen" (
	"traeger_id" uuid NOT NULL,
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"katalog_id" uuid NOT NULL,
	"am" date NOT NULL,
	"schwelle" integer NOT NULL,
	"erfuellt" text[] NOT NULL,
	"anzahl_erfuellt" integer NOT NULL,
	"entscheidung" text NOT NULL,
	"abweichung" boolean NOT NULL,
	"begruendung_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kriterienpruefungen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "pruefung_erfuellt" CHECK (array_to_string("app"."kriterienpruefungen"."erfuellt", ',') ~ '^[a-z0-9_,]*$' and "app"."kriterienpruefungen"."anzahl_erfuellt" = cardinality("app"."kriterienpruefungen"."erfuellt")),
	CONSTRAINT "pruefung_entscheidung" CHECK ("app"."kriterienpruefungen"."entscheidung" in ('verweis', 'kurzberatung', 'case_management')),
	CONSTRAINT "pruefung_schwelle" CHECK ("app"."kriterienpruefungen"."entscheidung" <> 'case_management' or "app"."kriterienpruefungen"."abweichung" or "app"."kriterienpruefungen"."anzahl_erfuellt" >= "app"."kriterienpruefungen"."schwelle")
);
--> statement-breakpoint
CREATE TABLE "app"."orte" (
	"traeger_id" uuid NOT NULL,
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kommune_id" uuid NOT NULL,
	"name" text NOT NULL,
	"art" text NOT NULL,
	"vertraulich" boolean NOT NULL,
	"familiengerecht" boolean NOT NULL,
	"barrierefrei" boolean NOT NULL,
	"sprechzeiten" text NOT NULL,
	"aufgegeben_am" date,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "orte_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "ort_art" CHECK ("app"."orte"."art" in ('buero', 'aussensprechstunde', 'unterkunft', 'sonstiger'))
);
--> statement-breakpoint
CREATE TABLE "app"."statusangaben" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"ratsuchende_id" uuid NOT NULL,
	"art" text NOT NULL,
	"code" text NOT NULL,
	"von" date NOT NULL,
	"bis" date,
	"angaben_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "statusangaben_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "status_art" CHECK ("app"."statusangaben"."art" in ('aufenthalt', 'leistung')),
	CONSTRAINT "status_code" CHECK ("app"."statusangaben"."code" ~ '^[a-z0-9_]+$'),
	CONSTRAINT "status_zeitraum" CHECK ("app"."statusangaben"."bis" >= "app"."statusangaben"."von")
);
--> statement-breakpoint
ALTER TABLE "app"."fallereignisse" DROP CONSTRAINT "ereignis_art";--> statement-breakpoint
ALTER TABLE "app"."faelle" ADD COLUMN "phase" text;--> statement-breakpoint
ALTER TABLE "app"."faelle" ADD COLUMN "gestoppt_am" date;--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD COLUMN "leistung" text;--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD COLUMN "ort_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD COLUMN "sprachmittlung" text;--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD COLUMN "themen" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD COLUMN "zweck" text;--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD COLUMN "ausgefallen" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."ratsuchende" ADD COLUMN "aufgegangen_in" uuid;--> statement-breakpoint
ALTER TABLE "app"."anfragen" ADD CONSTRAINT "anfragen_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."anfragen" ADD CONSTRAINT "anfragen_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."anfragen" ADD CONSTRAINT "anfragen_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."anfragen" ADD CONSTRAINT "anfragen_traeger_id_an_nutzer_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","an_nutzer_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."anfragen" ADD CONSTRAINT "anfragen_kreis_id_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."anfragen" ADD CONSTRAINT "anfragen_kreis_id_kommune_id_kommunen_kreis_id_id_fk" FOREIGN KEY ("kreis_id","kommune_id") REFERENCES "kreis"."kommunen"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tresor"."anfrageschluessel" ADD CONSTRAINT "anfrageschluessel_traeger_id_anfrage_id_anfragen_traeger_id_id_fk" FOREIGN KEY ("traeger_id","anfrage_id") REFERENCES "app"."anfragen"("traeger_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."ansichten" ADD CONSTRAINT "ansichten_traeger_id_nutzer_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","nutzer_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."richtwertanpassungen" ADD CONSTRAINT "richtwertanpassungen_traeger_id_nutzer_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","nutzer_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."richtwertanpassungen" ADD CONSTRAINT "richtwertanpassungen_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."wiedervorlagen" ADD CONSTRAINT "wiedervorlagen_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."wiedervorlagen" ADD CONSTRAINT "wiedervorlagen_traeger_id_erledigt_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erledigt_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."wiedervorlagen" ADD CONSTRAINT "wiedervorlagen_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."bedarfe" ADD CONSTRAINT "bedarfe_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."bedarfe" ADD CONSTRAINT "bedarfe_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dokumente" ADD CONSTRAINT "dokumente_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dokumente" ADD CONSTRAINT "dokumente_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD CONSTRAINT "einwilligungen_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD CONSTRAINT "einwilligungen_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD CONSTRAINT "einwilligungen_traeger_id_text_id_einwilligungstexte_traeger_id_id_fk" FOREIGN KEY ("traeger_id","text_id") REFERENCES "app"."einwilligungstexte"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD CONSTRAINT "einwilligungen_traeger_id_nachweis_id_dokumente_traeger_id_id_fk" FOREIGN KEY ("traeger_id","nachweis_id") REFERENCES "app"."dokumente"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."einwilligungen" ADD CONSTRAINT "einwilligungen_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."einwilligungstexte" ADD CONSTRAINT "einwilligungstexte_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kreis"."kriterienkataloge" ADD CONSTRAINT "kriterienkataloge_kreis_id_kreise_id_fk" FOREIGN KEY ("kreis_id") REFERENCES "kreis"."kreise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erstgespraeche" ADD CONSTRAINT "erstgespraeche_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erstgespraeche" ADD CONSTRAINT "erstgespraeche_traeger_id_ort_id_orte_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ort_id") REFERENCES "app"."orte"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erstgespraeche" ADD CONSTRAINT "erstgespraeche_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erstgespraeche" ADD CONSTRAINT "erstgespraeche_traeger_id_geaendert_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","geaendert_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."fallabschluesse" ADD CONSTRAINT "fallabschluesse_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."fallabschluesse" ADD CONSTRAINT "fallabschluesse_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."kriterienpruefungen" ADD CONSTRAINT "kriterienpruefungen_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."kriterienpruefungen" ADD CONSTRAINT "kriterienpruefungen_kreis_id_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."kriterienpruefungen" ADD CONSTRAINT "kriterienpruefungen_kreis_id_katalog_id_kriterienkataloge_kreis_id_id_fk" FOREIGN KEY ("kreis_id","katalog_id") REFERENCES "kreis"."kriterienkataloge"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."kriterienpruefungen" ADD CONSTRAINT "kriterienpruefungen_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."orte" ADD CONSTRAINT "orte_kreis_id_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."orte" ADD CONSTRAINT "orte_kreis_id_kommune_id_kommunen_kreis_id_id_fk" FOREIGN KEY ("kreis_id","kommune_id") REFERENCES "kreis"."kommunen"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."statusangaben" ADD CONSTRAINT "statusangaben_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."statusangaben" ADD CONSTRAINT "statusangaben_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."statusangaben" ADD CONSTRAINT "statusangaben_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "anfragen_offen" ON "app"."anfragen" USING btree ("traeger_id","eingegangen_am","id") WHERE stand in ('offen', 'wartet', 'weitergegeben');--> statement-breakpoint
CREATE INDEX "anfragen_traeger_id_ratsuchende_id_index" ON "app"."anfragen" USING btree ("traeger_id","ratsuchende_id");--> statement-breakpoint
CREATE INDEX "anfragen_traeger_id_fall_id_index" ON "app"."anfragen" USING btree ("traeger_id","fall_id");--> statement-breakpoint
CREATE INDEX "ansichten_traeger_id_nutzer_id_index" ON "app"."ansichten" USING btree ("traeger_id","nutzer_id");--> statement-breakpoint
CREATE INDEX "richtwertanpassungen_traeger_id_nutzer_id_von_index" ON "app"."richtwertanpassungen" USING btree ("traeger_id","nutzer_id","von");--> statement-breakpoint
CREATE INDEX "wiedervorlagen_offen" ON "app"."wiedervorlagen" USING btree ("traeger_id","fall_id","faellig_am") WHERE erledigt_am is null;--> statement-breakpoint
CREATE INDEX "bedarfe_traeger_id_fall_id_id_index" ON "app"."bedarfe" USING btree ("traeger_id","fall_id","id");--> statement-breakpoint
CREATE INDEX "dokumente_traeger_id_fall_id_id_index" ON "app"."dokumente" USING btree ("traeger_id","fall_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "einwilligungen_traeger_id_fall_id_art_index" ON "app"."einwilligungen" USING btree ("traeger_id","fall_id","art");--> statement-breakpoint
CREATE INDEX "einwilligungen_traeger_id_ratsuchende_id_index" ON "app"."einwilligungen" USING btree ("traeger_id","ratsuchende_id");--> statement-breakpoint
CREATE INDEX "kriterienpruefungen_traeger_id_fall_id_id_index" ON "app"."kriterienpruefungen" USING btree ("traeger_id","fall_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "statusangaben_traeger_id_fall_id_von_index" ON "app"."statusangaben" USING btree ("traeger_id","fall_id","von" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "statusangaben_traeger_id_ratsuchende_id_index" ON "app"."statusangaben" USING btree ("traeger_id","ratsuchende_id");--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD CONSTRAINT "kontakte_traeger_id_ort_id_orte_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ort_id") REFERENCES "app"."orte"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."ratsuchende" ADD CONSTRAINT "ratsuchende_traeger_id_aufgegangen_in_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","aufgegangen_in") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ratsuchende_aufgegangen" ON "app"."ratsuchende" USING btree ("traeger_id","aufgegangen_in") WHERE aufgegangen_in is not null;--> statement-breakpoint
ALTER TABLE "app"."faelle" ADD CONSTRAINT "fall_phase" CHECK ("app"."faelle"."phase" in ('klaerung', 'assessment', 'serviceplanung', 'linking', 'monitoring', 'reassessment', 'evaluation'));--> statement-breakpoint
ALTER TABLE "app"."fallereignisse" ADD CONSTRAINT "ereignis_art" CHECK ("app"."fallereignisse"."art" in ('eroeffnung', 'klasse', 'kommune', 'phase', 'ende', 'wiederaufnahme'));--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD CONSTRAINT "kontakt_leistung" CHECK ("app"."kontakte"."leistung" in ('information', 'anleitung', 'begleitung', 'verweisberatung', 'einzelfallberatung'));--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD CONSTRAINT "kontakt_sprachmittlung" CHECK ("app"."kontakte"."sprachmittlung" ~ '^[a-z_]+$');--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD CONSTRAINT "kontakt_themen" CHECK (array_to_string("app"."kontakte"."themen", ',') ~ '^[a-z_,]*$');--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD CONSTRAINT "kontakt_zweck" CHECK ("app"."kontakte"."zweck" ~ '^[a-z_]+$');--> statement-breakpoint
ALTER TABLE "app"."ratsuchende" ADD CONSTRAINT "nicht_in_sich_selbst" CHECK ("app"."ratsuchende"."aufgegangen_in" <> "app"."ratsuchende"."id");