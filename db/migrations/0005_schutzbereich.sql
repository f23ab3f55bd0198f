CREATE TABLE "kreis"."uebergabekriterien" (
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fassung" integer NOT NULL,
	"gilt_ab" date NOT NULL,
	"beschluss" text NOT NULL,
	"kriterien" text[] NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uebergabekriterien_kreis_id_id_pk" PRIMARY KEY("kreis_id","id"),
	CONSTRAINT "uebergabekriterien_kreisId_fassung_unique" UNIQUE("kreis_id","fassung")
);
--> statement-breakpoint
CREATE TABLE "app"."schutzeintraege" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"ratsuchende_id" uuid,
	"inhalt_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"geaendert_von" uuid,
	"geaendert_am" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "schutzeintraege_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "schutzeintraege_traegerId_fallId_id_unique" UNIQUE("traeger_id","fall_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."schutzoeffnungen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"nutzer_id" uuid NOT NULL,
	"anlass" text NOT NULL,
	"grund_krypt" "bytea",
	"bis" timestamp with time zone NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schutzoeffnungen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "oeffnung_anlass" CHECK ("app"."schutzoeffnungen"."anlass" in ('zustaendig', 'vertretung', 'wunsch', 'gefahr', 'fallberatung')),
	CONSTRAINT "oeffnung_grund" CHECK (("app"."schutzoeffnungen"."anlass" = 'zustaendig') = ("app"."schutzoeffnungen"."grund_krypt" is null))
);
--> statement-breakpoint
ALTER TABLE "app"."vermittlungen" DROP CONSTRAINT "vermittlung_stand";--> statement-breakpoint
ALTER TABLE "app"."dokumente" ADD COLUMN "vorgaenger_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."dokumente" ADD COLUMN "geschuetzt" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "kreis"."uebergabekriterien" ADD CONSTRAINT "uebergabekriterien_kreis_id_kreise_id_fk" FOREIGN KEY ("kreis_id") REFERENCES "kreis"."kreise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."schutzeintraege" ADD CONSTRAINT "schutzeintraege_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."schutzeintraege" ADD CONSTRAINT "schutzeintraege_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."schutzeintraege" ADD CONSTRAINT "schutzeintraege_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."schutzeintraege" ADD CONSTRAINT "schutzeintraege_traeger_id_geaendert_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","geaendert_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."schutzoeffnungen" ADD CONSTRAINT "schutzoeffnungen_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."schutzoeffnungen" ADD CONSTRAINT "schutzoeffnungen_traeger_id_nutzer_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","nutzer_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "schutzoeffnungen_traeger_id_fall_id_nutzer_id_bis_index" ON "app"."schutzoeffnungen" USING btree ("traeger_id","fall_id","nutzer_id","bis" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "app"."dokumente" ADD CONSTRAINT "dokumente_traegerId_fallId_id_unique" UNIQUE("traeger_id","fall_id","id");--> statement-breakpoint
ALTER TABLE "app"."dokumente" ADD CONSTRAINT "dokumente_traeger_id_fall_id_vorgaenger_id_dokumente_traeger_id_fall_id_id_fk" FOREIGN KEY ("traeger_id","fall_id","vorgaenger_id") REFERENCES "app"."dokumente"("traeger_id","fall_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dokumente" ADD CONSTRAINT "dokumente_traegerId_vorgaengerId_unique" UNIQUE("traeger_id","vorgaenger_id");--> statement-breakpoint
ALTER TABLE "app"."dokumente" ADD CONSTRAINT "dokument_geschuetzt" CHECK (not "app"."dokumente"."geschuetzt" or "app"."dokumente"."art" = 'anlage');--> statement-breakpoint
ALTER TABLE "app"."vermittlungen" ADD CONSTRAINT "vermittlung_stand" CHECK ("app"."vermittlungen"."stand" in ('geplant', 'angefragt', 'angebunden', 'angehalten', 'beendet', 'gescheitert'));