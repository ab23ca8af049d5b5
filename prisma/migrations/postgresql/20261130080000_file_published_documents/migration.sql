-- 备案 (国办发〔2018〕37号 (十)): with which organ a published document was filed, by the number and the day of the report
-- and its receipt. Documents that were published before say nothing of it, and nothing is filled in for them. Rows are only
-- added.

INSERT INTO "matter_state_code" ("code") VALUES ('filing');
INSERT INTO "deadline_kind_code" ("code") VALUES ('filing-upper-government'), ('filing-peoples-congress'), ('filing-own-government');

CREATE TABLE "filing_organ_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "filing_organ_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "filing_organ_code" ("code") VALUES ('upper-government'), ('peoples-congress'), ('own-government');

CREATE TABLE "text_filing" (
    "jurisdiction_id" TEXT NOT NULL,
    "registration_id" TEXT NOT NULL,
    "filed_with" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "report_number" TEXT NOT NULL,
    "filed_on" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "filed_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "filed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "text_filing_pkey" PRIMARY KEY ("jurisdiction_id", "registration_id", "filed_with"),
    CONSTRAINT "text_filing_words" CHECK (report_number <> '' AND filed_on <> '' AND receipt <> '')
);

CREATE INDEX "text_filing_of_matter" ON "text_filing"("jurisdiction_id", "matter_id");
CREATE INDEX "text_filing_of_document" ON "text_filing"("jurisdiction_id", "document_id");

ALTER TABLE "text_filing" ADD CONSTRAINT "text_filing_issue" FOREIGN KEY ("jurisdiction_id", "registration_id") REFERENCES "text_issue"("jurisdiction_id", "registration_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "text_filing" ADD CONSTRAINT "text_filing_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "text_filing" ADD CONSTRAINT "text_filing_document" FOREIGN KEY ("jurisdiction_id", "document_id") REFERENCES "published_document"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "text_filing" ADD CONSTRAINT "text_filing_organ_code" FOREIGN KEY ("filed_with") REFERENCES "filing_organ_code"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What is filed is the published document of this registration, with an organ that receives it, and not before its
-- publication.
CREATE FUNCTION "text_filing_is_of_the_published_document"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "text_registration" "registration"
			JOIN "published_document" "document" ON "document"."jurisdiction_id" = "registration"."jurisdiction_id"
				AND "document"."matter_id" = "registration"."matter_id"
				AND "document"."version_id" = "registration"."version_id"
				AND "document"."content_sha256" = "registration"."content_sha256"
			JOIN "filing_organ_code" "organ" ON "organ"."code" = NEW."filed_with"
		WHERE "registration"."jurisdiction_id" = NEW."jurisdiction_id" AND "registration"."id" = NEW."registration_id"
			AND "registration"."matter_id" = NEW."matter_id" AND "document"."id" = NEW."document_id"
			AND "document"."published_on" <= NEW."filed_on"
	)
	THEN
		RAISE EXCEPTION 'no filing of a document that was published under this registration' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "text_filing_is_of_the_published_document" BEFORE INSERT ON "text_filing" FOR EACH ROW EXECUTE FUNCTION "text_filing_is_of_the_published_document"();
ALTER TABLE "text_filing" ENABLE ALWAYS TRIGGER "text_filing_is_of_the_published_document";

CREATE TRIGGER "text_filing_refuses_change" BEFORE UPDATE OR DELETE ON "text_filing" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "text_filing" ENABLE ALWAYS TRIGGER "text_filing_refuses_change";

CREATE TRIGGER "text_filing_refuses_truncate" BEFORE TRUNCATE ON "text_filing" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "text_filing" ENABLE ALWAYS TRIGGER "text_filing_refuses_truncate";
