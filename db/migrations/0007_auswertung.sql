CREATE SCHEMA "auswertung";
--> statement-breakpoint
CREATE SCHEMA "auswertung_intern";
--> statement-breakpoint
CREATE TABLE "auswertung"."auspraegungen" (
	"merkmal" text NOT NULL,
	"wert" text NOT NULL,
	"titel" text NOT NULL,
	"ordnung" integer NOT NULL,
	CONSTRAINT "auspraegungen_merkmal_wert_pk" PRIMARY KEY("merkmal","wert")
);
--> statement-breakpoint
CREATE TABLE "auswertung_intern"."beginn" (
	"kreis_id" uuid PRIMARY KEY NOT NULL,
	"erster_stichtag" date NOT NULL,
	"schluesselprobe" "bytea"
);
--> statement-breakpoint
CREATE TABLE "auswertung_intern"."epochen" (
	"kreis_id" uuid NOT NULL,
	"linie" text NOT NULL,
	"nr" integer NOT NULL,
	"traeger" uuid[] NOT NULL,
	"seit" date NOT NULL,
	CONSTRAINT "epochen_kreis_id_linie_nr_pk" PRIMARY KEY("kreis_id","linie","nr"),
	CONSTRAINT "epoche_nr" CHECK ("auswertung_intern"."epochen"."nr" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "auswertung"."kennzahlen" (
	"kreis_id" uuid NOT NULL,
	"traeger_id" uuid NOT NULL,
	"stichtag" date NOT NULL,
	"klasse" text NOT NULL,
	"wert" integer NOT NULL,
	"freigegeben_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kennzahlen_kreis_id_traeger_id_stichtag_klasse_pk" PRIMARY KEY("kreis_id","traeger_id","stichtag","klasse"),
	CONSTRAINT "kennzahl_klasse" CHECK ("auswertung"."kennzahlen"."klasse" in ('alle', 'kurzberatung', 'case_management')),
	CONSTRAINT "kennzahl_wert" CHECK ("auswertung"."kennzahlen"."wert" >= 0)
);
--> statement-breakpoint
CREATE TABLE "auswertung"."laeufe" (
	"kreis_id" uuid NOT NULL,
	"stichtag" date NOT NULL,
	"katalog" text NOT NULL,
	"gezaehlt_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "laeufe_kreis_id_stichtag_pk" PRIMARY KEY("kreis_id","stichtag")
);
--> statement-breakpoint
CREATE TABLE "auswertung"."masse" (
	"mass" text PRIMARY KEY NOT NULL,
	"titel" text NOT NULL,
	"einheit" text NOT NULL,
	"spanne" text NOT NULL,
	"erklaerung" text NOT NULL,
	"ordnung" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auswertung"."merkmale" (
	"merkmal" text PRIMARY KEY NOT NULL,
	"titel" text NOT NULL,
	"erklaerung" text NOT NULL,
	"mehrfach" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auswertung"."rohwerte" (
	"kreis_id" uuid NOT NULL,
	"stichtag" date NOT NULL,
	"zelle" text NOT NULL,
	"wert" integer NOT NULL,
	CONSTRAINT "rohwerte_kreis_id_stichtag_zelle_pk" PRIMARY KEY("kreis_id","stichtag","zelle"),
	CONSTRAINT "rohwert_gerundet" CHECK ("auswertung"."rohwerte"."wert" >= 0 and "auswertung"."rohwerte"."wert" % 5 = 0)
);
--> statement-breakpoint
CREATE TABLE "auswertung"."tabellen" (
	"tabelle" text PRIMARY KEY NOT NULL,
	"mass" text NOT NULL,
	"merkmale" text[] NOT NULL,
	"takt" text NOT NULL,
	"titel" text NOT NULL,
	"ordnung" integer NOT NULL,
	"bis" date
);
--> statement-breakpoint
CREATE TABLE "auswertung"."tabellenstaende" (
	"kreis_id" uuid NOT NULL,
	"stichtag" date NOT NULL,
	"tabelle" text NOT NULL,
	"stand" text NOT NULL,
	"grund" text NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tabellenstaende_kreis_id_stichtag_tabelle_pk" PRIMARY KEY("kreis_id","stichtag","tabelle"),
	CONSTRAINT "tabellenstand_wert" CHECK ("auswertung"."tabellenstaende"."stand" in ('veroeffentlicht', 'zurueckgehalten'))
);
--> statement-breakpoint
CREATE TABLE "auswertung"."takte" (
	"kreis_id" uuid NOT NULL,
	"jahr" integer NOT NULL,
	"tabelle" text NOT NULL,
	"linie" text NOT NULL,
	"takt" text NOT NULL,
	CONSTRAINT "takte_kreis_id_jahr_tabelle_linie_pk" PRIMARY KEY("kreis_id","jahr","tabelle","linie"),
	CONSTRAINT "takt_wert" CHECK ("auswertung"."takte"."takt" in ('monat', 'quartal', 'jahr', 'nie'))
);
--> statement-breakpoint
CREATE TABLE "auswertung"."werte" (
	"kreis_id" uuid NOT NULL,
	"stichtag" date NOT NULL,
	"zelle" text NOT NULL,
	"wert" integer NOT NULL,
	CONSTRAINT "werte_kreis_id_stichtag_zelle_pk" PRIMARY KEY("kreis_id","stichtag","zelle"),
	CONSTRAINT "wert_gerundet" CHECK ("auswertung"."werte"."wert" >= 0 and "auswertung"."werte"."wert" % 5 = 0)
);
--> statement-breakpoint
CREATE TABLE "auswertung_intern"."zuordnungen" (
	"merkmal" text NOT NULL,
	"code" text NOT NULL,
	"wert" text NOT NULL,
	CONSTRAINT "zuordnungen_merkmal_code_pk" PRIMARY KEY("merkmal","code")
);
--> statement-breakpoint
ALTER TABLE "auswertung_intern"."beginn" ADD CONSTRAINT "beginn_kreis_id_kreise_id_fk" FOREIGN KEY ("kreis_id") REFERENCES "kreis"."kreise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auswertung_intern"."epochen" ADD CONSTRAINT "epochen_kreis_id_kreise_id_fk" FOREIGN KEY ("kreis_id") REFERENCES "kreis"."kreise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auswertung"."kennzahlen" ADD CONSTRAINT "kennzahlen_kreis_id_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auswertung"."laeufe" ADD CONSTRAINT "laeufe_kreis_id_kreise_id_fk" FOREIGN KEY ("kreis_id") REFERENCES "kreis"."kreise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auswertung"."rohwerte" ADD CONSTRAINT "rohwerte_kreis_id_stichtag_laeufe_kreis_id_stichtag_fk" FOREIGN KEY ("kreis_id","stichtag") REFERENCES "auswertung"."laeufe"("kreis_id","stichtag") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auswertung"."tabellenstaende" ADD CONSTRAINT "tabellenstaende_kreis_id_stichtag_laeufe_kreis_id_stichtag_fk" FOREIGN KEY ("kreis_id","stichtag") REFERENCES "auswertung"."laeufe"("kreis_id","stichtag") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auswertung"."takte" ADD CONSTRAINT "takte_kreis_id_kreise_id_fk" FOREIGN KEY ("kreis_id") REFERENCES "kreis"."kreise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auswertung"."werte" ADD CONSTRAINT "werte_kreis_id_stichtag_zelle_rohwerte_kreis_id_stichtag_zelle_fk" FOREIGN KEY ("kreis_id","stichtag","zelle") REFERENCES "auswertung"."rohwerte"("kreis_id","stichtag","zelle") ON DELETE no action ON UPDATE no action;