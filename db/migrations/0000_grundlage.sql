CREATE SCHEMA "app";
--> statement-breakpoint
CREATE SCHEMA "kreis";
--> statement-breakpoint
CREATE SCHEMA "sec";
--> statement-breakpoint
CREATE SCHEMA "tresor";
--> statement-breakpoint
CREATE TABLE "app"."faelle" (
	"traeger_id" uuid NOT NULL,
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fallnummer" text NOT NULL,
	"klasse" text NOT NULL,
	"gemeinsam" boolean GENERATED ALWAYS AS (klasse <> 'case_management') STORED NOT NULL,
	"kommune_id" uuid NOT NULL,
	"eroeffnet_am" date NOT NULL,
	"beendet_am" date,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "faelle_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "faelle_traegerId_fallnummer_unique" UNIQUE("traeger_id","fallnummer"),
	CONSTRAINT "klasse_wert" CHECK ("app"."faelle"."klasse" in ('verweis', 'kurzberatung', 'case_management')),
	CONSTRAINT "fall_zeitraum" CHECK ("app"."faelle"."beendet_am" >= "app"."faelle"."eroeffnet_am")
);
--> statement-breakpoint
CREATE TABLE "app"."fallberatungen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"nutzer_id" uuid NOT NULL,
	"grund_krypt" "bytea" NOT NULL,
	"von" date NOT NULL,
	"bis" date NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fallberatungen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "fallberatung_zeitraum" CHECK ("app"."fallberatungen"."bis" >= "app"."fallberatungen"."von")
);
--> statement-breakpoint
CREATE TABLE "app"."fallbeteiligte" (
	"traeger_id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"ratsuchende_id" uuid NOT NULL,
	"rolle" text NOT NULL,
	"von" date NOT NULL,
	"bis" date,
	CONSTRAINT "fallbeteiligte_traeger_id_fall_id_ratsuchende_id_pk" PRIMARY KEY("traeger_id","fall_id","ratsuchende_id"),
	CONSTRAINT "beteiligung_rolle" CHECK ("app"."fallbeteiligte"."rolle" in ('hauptperson', 'familie', 'weitere')),
	CONSTRAINT "beteiligung_zeitraum" CHECK ("app"."fallbeteiligte"."bis" >= "app"."fallbeteiligte"."von")
);
--> statement-breakpoint
CREATE TABLE "app"."fallereignisse" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"art" text NOT NULL,
	"wert" text NOT NULL,
	"gilt_ab" date NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fallereignisse_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "ereignis_art" CHECK ("app"."fallereignisse"."art" in ('eroeffnung', 'klasse', 'kommune', 'ende', 'wiederaufnahme'))
);
--> statement-breakpoint
CREATE TABLE "app"."fallinhalte" (
	"traeger_id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"anliegen_krypt" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "fallinhalte_traeger_id_fall_id_pk" PRIMARY KEY("traeger_id","fall_id")
);
--> statement-breakpoint
CREATE TABLE "app"."fallnummern" (
	"traeger_id" uuid NOT NULL,
	"jahr" integer NOT NULL,
	"letzte" integer NOT NULL,
	CONSTRAINT "fallnummern_traeger_id_jahr_pk" PRIMARY KEY("traeger_id","jahr")
);
--> statement-breakpoint
CREATE TABLE "tresor"."fallschluessel" (
	"traeger_id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"verpackt" "bytea" NOT NULL,
	CONSTRAINT "fallschluessel_traeger_id_fall_id_pk" PRIMARY KEY("traeger_id","fall_id")
);
--> statement-breakpoint
CREATE TABLE "app"."zustaendigkeiten" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"nutzer_id" uuid NOT NULL,
	"von" date NOT NULL,
	"bis" date,
	"anlass" text NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "zustaendigkeiten_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "zustaendigkeit_anlass" CHECK ("app"."zustaendigkeiten"."anlass" in ('eroeffnung', 'uebernahme', 'uebergabe')),
	CONSTRAINT "zustaendigkeit_zeitraum" CHECK ("app"."zustaendigkeiten"."bis" >= "app"."zustaendigkeiten"."von")
);
--> statement-breakpoint
CREATE TABLE "app"."kontakte" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"am" date NOT NULL,
	"kanal" text NOT NULL,
	"dauer_minuten" integer,
	"notiz_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"geaendert_von" uuid,
	"geaendert_am" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "kontakte_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "kanal_wert" CHECK ("app"."kontakte"."kanal" in ('persoenlich', 'telefon', 'email', 'video', 'messenger', 'aufsuchend', 'post')),
	CONSTRAINT "dauer_bereich" CHECK ("app"."kontakte"."dauer_minuten" between 1 and 1440)
);
--> statement-breakpoint
CREATE TABLE "sec"."auftragsbefugnisse" (
	"ctx_hash" "bytea" PRIMARY KEY NOT NULL,
	"traeger_id" uuid NOT NULL,
	"auftrag_id" uuid NOT NULL,
	"art" text NOT NULL,
	"laeuft_ab" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sec"."drosselung" (
	"schluessel" "bytea" PRIMARY KEY NOT NULL,
	"versuche" integer DEFAULT 0 NOT NULL,
	"zuletzt_am" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sec"."einmallinks" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"konto_id" uuid NOT NULL,
	"mitgliedschaft_id" uuid,
	"art" text NOT NULL,
	"laeuft_ab" timestamp with time zone NOT NULL,
	"eingeloest_am" timestamp with time zone,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sec"."entwuerfe" (
	"mitgliedschaft_id" uuid NOT NULL,
	"pfad" text NOT NULL,
	"inhalt_krypt" "bytea" NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entwuerfe_mitgliedschaft_id_pfad_pk" PRIMARY KEY("mitgliedschaft_id","pfad")
);
--> statement-breakpoint
CREATE TABLE "sec"."konten" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"art" text NOT NULL,
	"passwort_hash" text,
	"totp_krypt" "bytea",
	"totp_schritt" bigint DEFAULT 0 NOT NULL,
	"totp_seit" timestamp with time zone,
	"passwort_seit" timestamp with time zone,
	"demo" boolean DEFAULT false NOT NULL,
	"schreibweise" text DEFAULT 'stern' NOT NULL,
	"blickschutz" boolean DEFAULT false NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "konten_email_unique" UNIQUE("email"),
	CONSTRAINT "konten_art_unique" UNIQUE("id","art"),
	CONSTRAINT "konto_art" CHECK ("sec"."konten"."art" in ('traeger', 'koordination')),
	CONSTRAINT "schreibweise_wert" CHECK ("sec"."konten"."schreibweise" in ('stern', 'doppelpunkt', 'schraegstrich', 'paar'))
);
--> statement-breakpoint
CREATE TABLE "sec"."mitgliedschaften" (
	"id" uuid PRIMARY KEY NOT NULL,
	"konto_id" uuid NOT NULL,
	"konto_art" text NOT NULL,
	"traeger_id" uuid,
	"kreis_id" uuid NOT NULL,
	"nutzer_id" uuid NOT NULL,
	"rollen" text[] NOT NULL,
	"angenommen_am" timestamp with time zone,
	"beendet_am" timestamp with time zone,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mitgliedschaften_traegerId_nutzerId_unique" UNIQUE("traeger_id","nutzer_id"),
	CONSTRAINT "mitgliedschaften_kontoId_traegerId_unique" UNIQUE("konto_id","traeger_id"),
	CONSTRAINT "koordination_allein" CHECK (case when "sec"."mitgliedschaften"."konto_art" = 'koordination'
            then "sec"."mitgliedschaften"."traeger_id" is null and "sec"."mitgliedschaften"."rollen" = array['koordination']
            else "sec"."mitgliedschaften"."traeger_id" is not null and cardinality("sec"."mitgliedschaften"."rollen") > 0
             and "sec"."mitgliedschaften"."rollen" <@ array['fachkraft', 'leitung', 'traegeradministration'] end)
);
--> statement-breakpoint
CREATE TABLE "sec"."pruefwerte" (
	"name" text NOT NULL,
	"generation" integer NOT NULL,
	"wert" "bytea" NOT NULL,
	CONSTRAINT "pruefwerte_name_generation_pk" PRIMARY KEY("name","generation")
);
--> statement-breakpoint
CREATE TABLE "sec"."sitzungen" (
	"id_hash" "bytea" PRIMARY KEY NOT NULL,
	"ctx_hash" "bytea" NOT NULL,
	"konto_id" uuid NOT NULL,
	"mitgliedschaft_id" uuid,
	"zweiter_faktor_am" timestamp with time zone,
	"bestaetigt_am" timestamp with time zone,
	"gesperrt_am" timestamp with time zone,
	"widerrufen_am" timestamp with time zone,
	"laeuft_ab" timestamp with time zone NOT NULL,
	"endet_spaetestens" timestamp with time zone NOT NULL,
	"geraet" text NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sitzungen_ctxHash_unique" UNIQUE("ctx_hash")
);
--> statement-breakpoint
CREATE TABLE "sec"."wiederherstellungscodes" (
	"konto_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"eingeloest_am" timestamp with time zone,
	CONSTRAINT "wiederherstellungscodes_konto_id_code_hash_pk" PRIMARY KEY("konto_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "kreis"."kommunen" (
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"ags" text NOT NULL,
	CONSTRAINT "kommunen_kreis_id_id_pk" PRIMARY KEY("kreis_id","id"),
	CONSTRAINT "kommunen_kreisId_ags_unique" UNIQUE("kreis_id","ags")
);
--> statement-breakpoint
CREATE TABLE "kreis"."koordinierende" (
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"beendet_am" timestamp with time zone,
	CONSTRAINT "koordinierende_kreis_id_id_pk" PRIMARY KEY("kreis_id","id")
);
--> statement-breakpoint
CREATE TABLE "kreis"."kreise" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kreis"."traeger" (
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kurzname" text NOT NULL,
	"kennung" text NOT NULL,
	"traegerart" text NOT NULL,
	"rechtsregime" text NOT NULL,
	CONSTRAINT "traeger_kreis_id_id_pk" PRIMARY KEY("kreis_id","id"),
	CONSTRAINT "traeger_id_unique" UNIQUE("id"),
	CONSTRAINT "traeger_kennung_unique" UNIQUE("kennung"),
	CONSTRAINT "kennung_form" CHECK ("kreis"."traeger"."kennung" ~ '^[A-Z]{2,5}$'),
	CONSTRAINT "traegerart_wert" CHECK ("kreis"."traeger"."traegerart" in ('kreis', 'kommune', 'freier_traeger')),
	CONSTRAINT "rechtsregime_wert" CHECK ("kreis"."traeger"."rechtsregime" in ('dsgvo', 'kdg', 'dsg_ekd'))
);
--> statement-breakpoint
CREATE TABLE "app"."auftraege" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"art" text NOT NULL,
	"gegenstand_id" uuid,
	"beauftragt_von" uuid,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"erledigt_am" timestamp with time zone,
	CONSTRAINT "auftraege_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "auftrag_art" CHECK ("app"."auftraege"."art" in ('aufraeumen'))
);
--> statement-breakpoint
CREATE TABLE "app"."formulareingaben" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"nutzer_id" uuid NOT NULL,
	"inhalt_hash" "bytea" NOT NULL,
	"ergebnis" text NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "formulareingaben_traeger_id_id_pk" PRIMARY KEY("traeger_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."protokoll" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"am" timestamp with time zone DEFAULT now() NOT NULL,
	"nutzer_id" uuid NOT NULL,
	"aktion" text NOT NULL,
	"fall_id" uuid,
	"fallnummer" text,
	"gegenstand_id" uuid,
	"betrifft_id" uuid,
	CONSTRAINT "protokoll_traeger_id_id_pk" PRIMARY KEY("traeger_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."haushalte" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "haushalte_traeger_id_id_pk" PRIMARY KEY("traeger_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."haushaltsmitglieder" (
	"traeger_id" uuid NOT NULL,
	"haushalt_id" uuid NOT NULL,
	"ratsuchende_id" uuid NOT NULL,
	"rolle" text NOT NULL,
	"von" date NOT NULL,
	"bis" date,
	CONSTRAINT "haushaltsmitglieder_traeger_id_haushalt_id_ratsuchende_id_von_pk" PRIMARY KEY("traeger_id","haushalt_id","ratsuchende_id","von"),
	CONSTRAINT "haushaltsrolle_wert" CHECK ("app"."haushaltsmitglieder"."rolle" in ('erwachsen', 'partner', 'kind', 'elternteil', 'weitere')),
	CONSTRAINT "mitglied_zeitraum" CHECK ("app"."haushaltsmitglieder"."bis" >= "app"."haushaltsmitglieder"."von")
);
--> statement-breakpoint
CREATE TABLE "app"."namenstoken" (
	"traeger_id" uuid NOT NULL,
	"token" "bytea" NOT NULL,
	"ratsuchende_id" uuid NOT NULL,
	CONSTRAINT "namenstoken_traeger_id_token_ratsuchende_id_pk" PRIMARY KEY("traeger_id","token","ratsuchende_id")
);
--> statement-breakpoint
CREATE TABLE "tresor"."personenschluessel" (
	"traeger_id" uuid NOT NULL,
	"ratsuchende_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"verpackt" "bytea" NOT NULL,
	CONSTRAINT "personenschluessel_traeger_id_ratsuchende_id_pk" PRIMARY KEY("traeger_id","ratsuchende_id")
);
--> statement-breakpoint
CREATE TABLE "app"."ratsuchende" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name_krypt" "bytea" NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ratsuchende_traeger_id_id_pk" PRIMARY KEY("traeger_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."stammdaten" (
	"traeger_id" uuid NOT NULL,
	"ratsuchende_id" uuid NOT NULL,
	"geburtsjahr" integer,
	"geschlecht" text,
	"staatsangehoerigkeit" text,
	"daten_krypt" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "stammdaten_traeger_id_ratsuchende_id_pk" PRIMARY KEY("traeger_id","ratsuchende_id"),
	CONSTRAINT "geburtsjahr_bereich" CHECK ("app"."stammdaten"."geburtsjahr" between 1900 and 2100),
	CONSTRAINT "geschlecht_wert" CHECK ("app"."stammdaten"."geschlecht" in ('m', 'w', 'd', 'x'))
);
--> statement-breakpoint
CREATE TABLE "app"."besetzungen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stelle_id" uuid NOT NULL,
	"nutzer_id" uuid NOT NULL,
	"anteil_hundertstel" integer NOT NULL,
	"von" date NOT NULL,
	"bis" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "besetzungen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "anteil_bereich" CHECK ("app"."besetzungen"."anteil_hundertstel" between 1 and 100),
	CONSTRAINT "besetzung_zeitraum" CHECK ("app"."besetzungen"."bis" >= "app"."besetzungen"."von")
);
--> statement-breakpoint
CREATE TABLE "app"."freigaben" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"art" text NOT NULL,
	"beantragt_von" uuid NOT NULL,
	"betrifft_id" uuid NOT NULL,
	"beguenstigt_id" uuid,
	"faelle" uuid[],
	"rollen" text[],
	"von" date,
	"bis" date,
	"beantragt_am" timestamp with time zone DEFAULT now() NOT NULL,
	"entschieden_von" uuid,
	"entschieden_am" timestamp with time zone,
	"bestaetigt" text,
	"eingeloest_am" timestamp with time zone,
	CONSTRAINT "freigaben_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "freigabe_art" CHECK ("app"."freigaben"."art" in ('vertretung', 'uebergabe', 'rolle_fachkraft', 'zugang')),
	CONSTRAINT "freigabe_zweite_person" CHECK ("app"."freigaben"."entschieden_von" is null or "app"."freigaben"."entschieden_von" <> "app"."freigaben"."beantragt_von"),
	CONSTRAINT "freigabe_ergebnis" CHECK ("app"."freigaben"."bestaetigt" in ('ja', 'nein'))
);
--> statement-breakpoint
CREATE TABLE "app"."nutzer" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"beendet_am" timestamp with time zone,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "nutzer_traeger_id_id_pk" PRIMARY KEY("traeger_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."stelle_kommunen" (
	"traeger_id" uuid NOT NULL,
	"stelle_id" uuid NOT NULL,
	"kreis_id" uuid NOT NULL,
	"kommune_id" uuid NOT NULL,
	CONSTRAINT "stelle_kommunen_traeger_id_stelle_id_kommune_id_pk" PRIMARY KEY("traeger_id","stelle_id","kommune_id")
);
--> statement-breakpoint
CREATE TABLE "app"."stellen" (
	"traeger_id" uuid NOT NULL,
	"kreis_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"bezeichnung" text NOT NULL,
	"vzae_hundertstel" integer NOT NULL,
	"vertragsart" text NOT NULL,
	"gefoerdert_von" date NOT NULL,
	"gefoerdert_bis" date,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "stellen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "vzae_bereich" CHECK ("app"."stellen"."vzae_hundertstel" between 1 and 2000),
	CONSTRAINT "vertragsart_wert" CHECK ("app"."stellen"."vertragsart" in ('eigene_stelle', 'weiterleitung', 'weiterleitung_kooperation')),
	CONSTRAINT "foerderung_zeitraum" CHECK ("app"."stellen"."gefoerdert_bis" >= "app"."stellen"."gefoerdert_von")
);
--> statement-breakpoint
CREATE TABLE "app"."vertretungen" (
	"traeger_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"vertretene_id" uuid NOT NULL,
	"vertretung_id" uuid NOT NULL,
	"von" date NOT NULL,
	"bis" date NOT NULL,
	"eingerichtet_von" uuid NOT NULL,
	"beendet_am" timestamp with time zone,
	"erfasst_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vertretungen_traeger_id_id_pk" PRIMARY KEY("traeger_id","id"),
	CONSTRAINT "vertretung_zeitraum" CHECK ("app"."vertretungen"."bis" >= "app"."vertretungen"."von"),
	CONSTRAINT "vertretung_andere" CHECK ("app"."vertretungen"."vertretene_id" <> "app"."vertretungen"."vertretung_id")
);
--> statement-breakpoint
ALTER TABLE "app"."faelle" ADD CONSTRAINT "faelle_kreis_id_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."faelle" ADD CONSTRAINT "faelle_kreis_id_kommune_id_kommunen_kreis_id_id_fk" FOREIGN KEY ("kreis_id","kommune_id") REFERENCES "kreis"."kommunen"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."fallberatungen" ADD CONSTRAINT "fallberatungen_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."fallberatungen" ADD CONSTRAINT "fallberatungen_traeger_id_nutzer_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","nutzer_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."fallbeteiligte" ADD CONSTRAINT "fallbeteiligte_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."fallbeteiligte" ADD CONSTRAINT "fallbeteiligte_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."fallereignisse" ADD CONSTRAINT "fallereignisse_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."fallereignisse" ADD CONSTRAINT "fallereignisse_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."fallinhalte" ADD CONSTRAINT "fallinhalte_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tresor"."fallschluessel" ADD CONSTRAINT "fallschluessel_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."zustaendigkeiten" ADD CONSTRAINT "zustaendigkeiten_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."zustaendigkeiten" ADD CONSTRAINT "zustaendigkeiten_traeger_id_nutzer_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","nutzer_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."zustaendigkeiten" ADD CONSTRAINT "zustaendigkeiten_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD CONSTRAINT "kontakte_traeger_id_fall_id_faelle_traeger_id_id_fk" FOREIGN KEY ("traeger_id","fall_id") REFERENCES "app"."faelle"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD CONSTRAINT "kontakte_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."kontakte" ADD CONSTRAINT "kontakte_traeger_id_geaendert_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","geaendert_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sec"."einmallinks" ADD CONSTRAINT "einmallinks_konto_id_konten_id_fk" FOREIGN KEY ("konto_id") REFERENCES "sec"."konten"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sec"."einmallinks" ADD CONSTRAINT "einmallinks_mitgliedschaft_id_mitgliedschaften_id_fk" FOREIGN KEY ("mitgliedschaft_id") REFERENCES "sec"."mitgliedschaften"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sec"."entwuerfe" ADD CONSTRAINT "entwuerfe_mitgliedschaft_id_mitgliedschaften_id_fk" FOREIGN KEY ("mitgliedschaft_id") REFERENCES "sec"."mitgliedschaften"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sec"."mitgliedschaften" ADD CONSTRAINT "mitgliedschaften_konto_id_konto_art_konten_id_art_fk" FOREIGN KEY ("konto_id","konto_art") REFERENCES "sec"."konten"("id","art") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sec"."mitgliedschaften" ADD CONSTRAINT "mitgliedschaften_traeger_id_nutzer_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","nutzer_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sec"."sitzungen" ADD CONSTRAINT "sitzungen_konto_id_konten_id_fk" FOREIGN KEY ("konto_id") REFERENCES "sec"."konten"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sec"."sitzungen" ADD CONSTRAINT "sitzungen_mitgliedschaft_id_mitgliedschaften_id_fk" FOREIGN KEY ("mitgliedschaft_id") REFERENCES "sec"."mitgliedschaften"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sec"."wiederherstellungscodes" ADD CONSTRAINT "wiederherstellungscodes_konto_id_konten_id_fk" FOREIGN KEY ("konto_id") REFERENCES "sec"."konten"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kreis"."kommunen" ADD CONSTRAINT "kommunen_kreis_id_kreise_id_fk" FOREIGN KEY ("kreis_id") REFERENCES "kreis"."kreise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kreis"."koordinierende" ADD CONSTRAINT "koordinierende_kreis_id_kreise_id_fk" FOREIGN KEY ("kreis_id") REFERENCES "kreis"."kreise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kreis"."traeger" ADD CONSTRAINT "traeger_kreis_id_kreise_id_fk" FOREIGN KEY ("kreis_id") REFERENCES "kreis"."kreise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."formulareingaben" ADD CONSTRAINT "formulareingaben_traeger_id_nutzer_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","nutzer_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."protokoll" ADD CONSTRAINT "protokoll_traeger_id_nutzer_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","nutzer_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."haushaltsmitglieder" ADD CONSTRAINT "haushaltsmitglieder_traeger_id_haushalt_id_haushalte_traeger_id_id_fk" FOREIGN KEY ("traeger_id","haushalt_id") REFERENCES "app"."haushalte"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."haushaltsmitglieder" ADD CONSTRAINT "haushaltsmitglieder_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."namenstoken" ADD CONSTRAINT "namenstoken_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tresor"."personenschluessel" ADD CONSTRAINT "personenschluessel_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."ratsuchende" ADD CONSTRAINT "ratsuchende_traeger_id_erfasst_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","erfasst_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."stammdaten" ADD CONSTRAINT "stammdaten_traeger_id_ratsuchende_id_ratsuchende_traeger_id_id_fk" FOREIGN KEY ("traeger_id","ratsuchende_id") REFERENCES "app"."ratsuchende"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."besetzungen" ADD CONSTRAINT "besetzungen_traeger_id_stelle_id_stellen_traeger_id_id_fk" FOREIGN KEY ("traeger_id","stelle_id") REFERENCES "app"."stellen"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."besetzungen" ADD CONSTRAINT "besetzungen_traeger_id_nutzer_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","nutzer_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."freigaben" ADD CONSTRAINT "freigaben_traeger_id_beantragt_von_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","beantragt_von") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."freigaben" ADD CONSTRAINT "freigaben_traeger_id_betrifft_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","betrifft_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."nutzer" ADD CONSTRAINT "nutzer_traeger_id_traeger_id_fk" FOREIGN KEY ("traeger_id") REFERENCES "kreis"."traeger"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."stelle_kommunen" ADD CONSTRAINT "stelle_kommunen_traeger_id_stelle_id_stellen_traeger_id_id_fk" FOREIGN KEY ("traeger_id","stelle_id") REFERENCES "app"."stellen"("traeger_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."stelle_kommunen" ADD CONSTRAINT "stelle_kommunen_kreis_id_kommune_id_kommunen_kreis_id_id_fk" FOREIGN KEY ("kreis_id","kommune_id") REFERENCES "kreis"."kommunen"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."stelle_kommunen" ADD CONSTRAINT "stelle_kommunen_kreis_id_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."stellen" ADD CONSTRAINT "stellen_kreis_id_traeger_id_traeger_kreis_id_id_fk" FOREIGN KEY ("kreis_id","traeger_id") REFERENCES "kreis"."traeger"("kreis_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."vertretungen" ADD CONSTRAINT "vertretungen_traeger_id_vertretene_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","vertretene_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."vertretungen" ADD CONSTRAINT "vertretungen_traeger_id_vertretung_id_nutzer_traeger_id_id_fk" FOREIGN KEY ("traeger_id","vertretung_id") REFERENCES "app"."nutzer"("traeger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fallberatungen_traeger_id_nutzer_id_bis_index" ON "app"."fallberatungen" USING btree ("traeger_id","nutzer_id","bis");--> statement-breakpoint
CREATE INDEX "fallberatungen_traeger_id_fall_id_index" ON "app"."fallberatungen" USING btree ("traeger_id","fall_id");--> statement-breakpoint
CREATE INDEX "fallbeteiligte_traeger_id_ratsuchende_id_index" ON "app"."fallbeteiligte" USING btree ("traeger_id","ratsuchende_id");--> statement-breakpoint
CREATE INDEX "fallereignisse_traeger_id_fall_id_art_gilt_ab_index" ON "app"."fallereignisse" USING btree ("traeger_id","fall_id","art","gilt_ab");--> statement-breakpoint
CREATE UNIQUE INDEX "zustaendigkeiten_eine_offene" ON "app"."zustaendigkeiten" USING btree ("traeger_id","fall_id") WHERE bis is null;--> statement-breakpoint
CREATE INDEX "zustaendigkeiten_offen_je_nutzer" ON "app"."zustaendigkeiten" USING btree ("traeger_id","nutzer_id","fall_id") WHERE bis is null;--> statement-breakpoint
CREATE INDEX "kontakte_je_fall" ON "app"."kontakte" USING btree ("traeger_id","fall_id","am" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mitgliedschaften_kreis_id_nutzer_id_index" ON "sec"."mitgliedschaften" USING btree ("kreis_id","nutzer_id");--> statement-breakpoint
CREATE INDEX "sitzungen_konto_id_index" ON "sec"."sitzungen" USING btree ("konto_id");--> statement-breakpoint
CREATE INDEX "protokoll_traeger_id_fall_id_id_index" ON "app"."protokoll" USING btree ("traeger_id","fall_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "protokoll_traeger_id_betrifft_id_id_index" ON "app"."protokoll" USING btree ("traeger_id","betrifft_id","id" DESC NULLS LAST) WHERE betrifft_id is not null;--> statement-breakpoint
CREATE INDEX "haushaltsmitglieder_traeger_id_ratsuchende_id_index" ON "app"."haushaltsmitglieder" USING btree ("traeger_id","ratsuchende_id");--> statement-breakpoint
CREATE INDEX "namenstoken_traeger_id_ratsuchende_id_index" ON "app"."namenstoken" USING btree ("traeger_id","ratsuchende_id");--> statement-breakpoint
CREATE INDEX "besetzungen_traeger_id_stelle_id_index" ON "app"."besetzungen" USING btree ("traeger_id","stelle_id");--> statement-breakpoint
CREATE INDEX "vertretungen_traeger_id_vertretung_id_bis_index" ON "app"."vertretungen" USING btree ("traeger_id","vertretung_id","bis");