-- 三统一: a decided text is registered, numbered and issued, in this order, before it is published and stands in the library.
-- Each is a row of its own, bound to exactly the bytes that a meeting passed or that were checked after it.

-- What stands in the library already was issued before this release: nothing of it is owed any more.
INSERT INTO "matter_state_code" ("code") SELECT 'published'
WHERE EXISTS (
	SELECT 1 FROM "matter" JOIN "published_document_live" "live"
		ON "live"."jurisdiction_id" = "matter"."jurisdiction_id" AND "live"."matter_id" = "matter"."id"
	WHERE "matter"."state" = 'issuing'
);
UPDATE "matter" SET "state" = 'published' WHERE "state" = 'issuing' AND EXISTS (
	SELECT 1 FROM "published_document_live" "live"
	WHERE "live"."jurisdiction_id" = "matter"."jurisdiction_id" AND "live"."matter_id" = "matter"."id"
);

CREATE TABLE "text_registration" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "agenda_item_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "clearance_id" TEXT,
    "check_id" TEXT,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "registered_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "registered_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "text_registration_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "text_registration_rests_on_one" CHECK ((clearance_id IS NULL) <> (check_id IS NULL)),
    CONSTRAINT "text_registration_issuer" CHECK (title <> '' AND issuer <> '' AND issuer NOT LIKE '%领导小组%' AND issuer NOT LIKE '%协调小组%' AND issuer NOT LIKE '%指挥部%' AND issuer NOT LIKE '%联席会议%' AND issuer NOT LIKE '%专班%' AND issuer NOT LIKE '%科' AND issuer NOT LIKE '%股')
);

CREATE UNIQUE INDEX "text_registration_of_matter" ON "text_registration"("jurisdiction_id", "matter_id");
CREATE UNIQUE INDEX "text_registration_number" ON "text_registration"("jurisdiction_id", "number");
CREATE UNIQUE INDEX "text_registration_text" ON "text_registration"("jurisdiction_id", "id", "matter_id", "version_id", "content_sha256");

ALTER TABLE "text_registration" ADD CONSTRAINT "text_registration_outcome" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_outcome"("jurisdiction_id", "agenda_item_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "text_registration" ADD CONSTRAINT "text_registration_version" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version"("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "text_registration" ADD CONSTRAINT "text_registration_clearance" FOREIGN KEY ("jurisdiction_id", "clearance_id", "matter_id", "version_id", "content_sha256") REFERENCES "clearance"("jurisdiction_id", "id", "matter_id", "version_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "text_registration" ADD CONSTRAINT "text_registration_check" FOREIGN KEY ("jurisdiction_id", "check_id", "matter_id", "version_id", "content_sha256") REFERENCES "meeting_check_decision"("jurisdiction_id", "check_id", "matter_id", "version_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "text_numbering" (
    "jurisdiction_id" TEXT NOT NULL,
    "registration_id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "organ_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "running" INTEGER NOT NULL,
    "document_number" TEXT NOT NULL,
    "numbered_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "numbered_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "text_numbering_pkey" PRIMARY KEY ("jurisdiction_id", "registration_id"),
    CONSTRAINT "text_numbering_words" CHECK (organ_code <> '' AND running > 0)
);

CREATE UNIQUE INDEX "text_numbering_number" ON "text_numbering"("jurisdiction_id", "document_number");
CREATE UNIQUE INDEX "text_numbering_running" ON "text_numbering"("jurisdiction_id", "organ_code", "year", "running");

ALTER TABLE "text_numbering" ADD CONSTRAINT "text_numbering_registration" FOREIGN KEY ("jurisdiction_id", "registration_id") REFERENCES "text_registration"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "text_issue" (
    "jurisdiction_id" TEXT NOT NULL,
    "registration_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "issued_on" TEXT NOT NULL,
    "issued_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "issued_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "text_issue_pkey" PRIMARY KEY ("jurisdiction_id", "registration_id")
);

ALTER TABLE "text_issue" ADD CONSTRAINT "text_issue_numbering" FOREIGN KEY ("jurisdiction_id", "registration_id") REFERENCES "text_numbering"("jurisdiction_id", "registration_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "matter_conclusion" (
    "jurisdiction_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "agenda_item_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "concluded_on" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "concluded_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "concluded_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "matter_conclusion_pkey" PRIMARY KEY ("jurisdiction_id", "matter_id"),
    CONSTRAINT "matter_conclusion_words" CHECK (words <> '')
);

ALTER TABLE "matter_conclusion" ADD CONSTRAINT "matter_conclusion_outcome" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_outcome"("jurisdiction_id", "agenda_item_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "matter_conclusion" ADD CONSTRAINT "matter_conclusion_version" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version"("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- H13: what is registered is what was passed, or what was checked and signed after it was passed in principle.
CREATE FUNCTION "text_registration_was_decided"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "agenda_outcome" "outcome"
			JOIN "clearance" ON "clearance"."jurisdiction_id" = "outcome"."jurisdiction_id"
				AND "clearance"."id" = "outcome"."clearance_id"
		WHERE "outcome"."jurisdiction_id" = NEW."jurisdiction_id" AND "outcome"."agenda_item_id" = NEW."agenda_item_id"
			AND "outcome"."matter_id" = NEW."matter_id" AND "outcome"."outcome" = 'passed'
			AND "clearance"."matter_id" = NEW."matter_id" AND "clearance"."version_id" = NEW."version_id"
			AND "clearance"."content_sha256" = NEW."content_sha256"
			AND "clearance"."id" = NEW."clearance_id"
	) AND NOT EXISTS (
		SELECT 1 FROM "meeting_check_decision" "decision"
			JOIN "meeting_check" "finding" ON "finding"."jurisdiction_id" = "decision"."jurisdiction_id"
				AND "finding"."id" = "decision"."check_id"
			JOIN "meeting_revision" "revision" ON "revision"."jurisdiction_id" = "finding"."jurisdiction_id"
				AND "revision"."id" = "finding"."revision_id"
		WHERE "decision"."jurisdiction_id" = NEW."jurisdiction_id" AND "decision"."decision" = 'signed'
			AND "revision"."agenda_item_id" = NEW."agenda_item_id" AND "decision"."matter_id" = NEW."matter_id"
			AND "decision"."version_id" = NEW."version_id" AND "decision"."content_sha256" = NEW."content_sha256"
			AND "finding"."version_id" = NEW."version_id" AND "finding"."content_sha256" = NEW."content_sha256"
			AND "finding"."result" = 'as-decided' AND "finding"."reviewer_id" <> "decision"."decided_by"
			AND "decision"."check_id" = NEW."check_id"
	)
	THEN
		RAISE EXCEPTION 'no meeting has passed this text, and no check was signed of it' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "text_registration_was_decided" BEFORE INSERT ON "text_registration" FOR EACH ROW EXECUTE FUNCTION "text_registration_was_decided"();
ALTER TABLE "text_registration" ENABLE ALWAYS TRIGGER "text_registration_was_decided";

-- A number is the next of its issuer and year, and a code stands for one issuer.
CREATE FUNCTION "text_numbering_leaves_no_gap"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT 1 FROM "text_numbering"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "organ_code" = NEW."organ_code" AND "year" = NEW."year"
	) AND NEW."running" <> 1 + (
		SELECT MAX("running") FROM "text_numbering"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "organ_code" = NEW."organ_code" AND "year" = NEW."year"
	) OR EXISTS (
		SELECT 1 FROM "text_numbering"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "organ_code" = NEW."organ_code" AND "issuer" <> NEW."issuer"
	) OR NOT EXISTS (
		SELECT 1 FROM "text_registration"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."registration_id" AND "issuer" = NEW."issuer"
	)
	THEN
		RAISE EXCEPTION 'not the next number of its series' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "text_numbering_leaves_no_gap" BEFORE INSERT ON "text_numbering" FOR EACH ROW EXECUTE FUNCTION "text_numbering_leaves_no_gap"();
ALTER TABLE "text_numbering" ENABLE ALWAYS TRIGGER "text_numbering_leaves_no_gap";

-- H13, H14: the bytes that are issued are the bytes that were registered, and they have a number.
CREATE FUNCTION "text_issue_is_of_the_registered_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "text_registration" "registration"
			JOIN "text_numbering" "numbering" ON "numbering"."jurisdiction_id" = "registration"."jurisdiction_id"
				AND "numbering"."registration_id" = "registration"."id"
		WHERE "registration"."jurisdiction_id" = NEW."jurisdiction_id" AND "registration"."id" = NEW."registration_id"
			AND "registration"."version_id" = NEW."version_id" AND "registration"."content_sha256" = NEW."content_sha256"
	)
	THEN
		RAISE EXCEPTION 'another text than the one that was registered and numbered' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "text_issue_is_of_the_registered_text" BEFORE INSERT ON "text_issue" FOR EACH ROW EXECUTE FUNCTION "text_issue_is_of_the_registered_text"();
ALTER TABLE "text_issue" ENABLE ALWAYS TRIGGER "text_issue_is_of_the_registered_text";

CREATE FUNCTION "matter_conclusion_was_decided"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "agenda_outcome" "outcome"
			JOIN "clearance" ON "clearance"."jurisdiction_id" = "outcome"."jurisdiction_id"
				AND "clearance"."id" = "outcome"."clearance_id"
		WHERE "outcome"."jurisdiction_id" = NEW."jurisdiction_id" AND "outcome"."agenda_item_id" = NEW."agenda_item_id"
			AND "outcome"."matter_id" = NEW."matter_id" AND "outcome"."outcome" = 'passed'
			AND "clearance"."matter_id" = NEW."matter_id" AND "clearance"."version_id" = NEW."version_id"
			AND "clearance"."content_sha256" = NEW."content_sha256"
	) AND NOT EXISTS (
		SELECT 1 FROM "meeting_check_decision" "decision"
			JOIN "meeting_check" "finding" ON "finding"."jurisdiction_id" = "decision"."jurisdiction_id"
				AND "finding"."id" = "decision"."check_id"
			JOIN "meeting_revision" "revision" ON "revision"."jurisdiction_id" = "finding"."jurisdiction_id"
				AND "revision"."id" = "finding"."revision_id"
		WHERE "decision"."jurisdiction_id" = NEW."jurisdiction_id" AND "decision"."decision" = 'signed'
			AND "revision"."agenda_item_id" = NEW."agenda_item_id" AND "decision"."matter_id" = NEW."matter_id"
			AND "decision"."version_id" = NEW."version_id" AND "decision"."content_sha256" = NEW."content_sha256"
			AND "finding"."version_id" = NEW."version_id" AND "finding"."content_sha256" = NEW."content_sha256"
			AND "finding"."result" = 'as-decided' AND "finding"."reviewer_id" <> "decision"."decided_by"
	)
	THEN
		RAISE EXCEPTION 'no meeting has passed this text, and no check was signed of it' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "matter_conclusion_was_decided" BEFORE INSERT ON "matter_conclusion" FOR EACH ROW EXECUTE FUNCTION "matter_conclusion_was_decided"();
ALTER TABLE "matter_conclusion" ENABLE ALWAYS TRIGGER "matter_conclusion_was_decided";

CREATE TABLE "document_import" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "published_on" TEXT NOT NULL,
    "effective_on" TEXT NOT NULL,
    "valid_until" TEXT,
    "published_in" TEXT,
    "origin" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "proposed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "document_import_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "document_import_words" CHECK (title <> '' AND document_number <> '' AND issuer <> '' AND text <> '' AND origin <> '')
);

CREATE UNIQUE INDEX "document_import_proposed" ON "document_import"("jurisdiction_id", "id", "proposed_by");

CREATE TABLE "document_import_decision" (
    "jurisdiction_id" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "words" TEXT,
    "decided_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "decided_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "document_import_decision_pkey" PRIMARY KEY ("jurisdiction_id", "import_id"),
    CONSTRAINT "document_import_decision_answer" CHECK ((decision = 'confirmed' AND words IS NULL) OR (decision = 'declined' AND words IS NOT NULL)),
    CONSTRAINT "document_import_decision_two_hands" CHECK (decided_by <> proposed_by)
);

CREATE UNIQUE INDEX "document_import_decision_of_import" ON "document_import_decision"("jurisdiction_id", "import_id", "proposed_by");

ALTER TABLE "document_import_decision" ADD CONSTRAINT "document_import_decision_import" FOREIGN KEY ("jurisdiction_id", "import_id", "proposed_by") REFERENCES "document_import"("jurisdiction_id", "id", "proposed_by") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The library takes what was issued, and keeps what earlier releases entered.
ALTER TABLE "published_document" DROP CONSTRAINT "published_document_source";
ALTER TABLE "published_document" ADD CONSTRAINT "published_document_source" CHECK (
        (source IN ('file', 'pasted', 'imported') AND file_name IS NOT NULL AND file_size IS NOT NULL AND file_sha256 IS NOT NULL AND media_type IS NOT NULL
            AND matter_id IS NULL AND clearance_id IS NULL AND version_id IS NULL AND content_sha256 IS NULL)
        OR (source = 'issued' AND file_name IS NULL AND file_size IS NULL AND file_sha256 IS NULL AND media_type IS NULL
            AND matter_id IS NOT NULL AND clearance_id IS NULL AND version_id IS NOT NULL AND content_sha256 IS NOT NULL)
        OR (source = 'decided' AND file_name IS NULL AND file_size IS NULL AND file_sha256 IS NULL AND media_type IS NULL
            AND matter_id IS NOT NULL AND clearance_id IS NOT NULL AND version_id IS NOT NULL AND content_sha256 IS NOT NULL)
    );

-- H14: nothing is published without registration, number and issue, nor before it was issued.
CREATE FUNCTION "published_document_was_issued"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (NEW."source" = 'issued') AND (NOT EXISTS (
		SELECT 1 FROM "text_registration" "registration"
			JOIN "text_numbering" "numbering" ON "numbering"."jurisdiction_id" = "registration"."jurisdiction_id"
				AND "numbering"."registration_id" = "registration"."id"
			JOIN "text_issue" "issue" ON "issue"."jurisdiction_id" = "registration"."jurisdiction_id"
				AND "issue"."registration_id" = "registration"."id"
			JOIN "draft_version" "version" ON "version"."jurisdiction_id" = "registration"."jurisdiction_id"
				AND "version"."id" = "registration"."version_id"
		WHERE "registration"."jurisdiction_id" = NEW."jurisdiction_id" AND "registration"."matter_id" = NEW."matter_id"
			AND "registration"."version_id" = NEW."version_id" AND "registration"."content_sha256" = NEW."content_sha256"
			AND "registration"."issuer" = NEW."issuer" AND "version"."text" = NEW."text"
			AND "numbering"."document_number" = NEW."document_number" AND "issue"."issued_on" <= NEW."published_on"
	))
	THEN
		RAISE EXCEPTION 'this text was not registered, numbered and issued as it is' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "published_document_was_issued" BEFORE INSERT ON "published_document" FOR EACH ROW EXECUTE FUNCTION "published_document_was_issued"();
ALTER TABLE "published_document" ENABLE ALWAYS TRIGGER "published_document_was_issued";

-- An old document stands in the library on the word of two persons.
CREATE FUNCTION "published_document_was_confirmed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (NEW."source" = 'imported') AND (NOT EXISTS (
		SELECT 1 FROM "document_import" "import"
			JOIN "document_import_decision" "decision" ON "decision"."jurisdiction_id" = "import"."jurisdiction_id"
				AND "decision"."import_id" = "import"."id" AND "decision"."decided_by" <> "import"."proposed_by"
		WHERE "import"."jurisdiction_id" = NEW."jurisdiction_id" AND "import"."id" = NEW."id"
			AND "import"."document_number" = NEW."document_number" AND "import"."issuer" = NEW."issuer"
			AND "import"."text_sha256" = NEW."text_sha256" AND "import"."file_sha256" = NEW."file_sha256"
			AND "decision"."decision" = 'confirmed'
	))
	THEN
		RAISE EXCEPTION 'no second person has confirmed this document' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "published_document_was_confirmed" BEFORE INSERT ON "published_document" FOR EACH ROW EXECUTE FUNCTION "published_document_was_confirmed"();
ALTER TABLE "published_document" ENABLE ALWAYS TRIGGER "published_document_was_confirmed";

-- What earlier releases entered stays; nothing new comes in as they did it.
CREATE FUNCTION "published_document_comes_one_way"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."source" NOT IN ('issued', 'imported')
	THEN
		RAISE EXCEPTION 'a document is issued, or imported under two pairs of eyes' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "published_document_comes_one_way" BEFORE INSERT ON "published_document" FOR EACH ROW EXECUTE FUNCTION "published_document_comes_one_way"();
ALTER TABLE "published_document" ENABLE ALWAYS TRIGGER "published_document_comes_one_way";

CREATE TRIGGER "text_registration_refuses_change" BEFORE UPDATE OR DELETE ON "text_registration" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "text_registration" ENABLE ALWAYS TRIGGER "text_registration_refuses_change";

CREATE TRIGGER "text_registration_refuses_truncate" BEFORE TRUNCATE ON "text_registration" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "text_registration" ENABLE ALWAYS TRIGGER "text_registration_refuses_truncate";

CREATE TRIGGER "text_numbering_refuses_change" BEFORE UPDATE OR DELETE ON "text_numbering" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "text_numbering" ENABLE ALWAYS TRIGGER "text_numbering_refuses_change";

CREATE TRIGGER "text_numbering_refuses_truncate" BEFORE TRUNCATE ON "text_numbering" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "text_numbering" ENABLE ALWAYS TRIGGER "text_numbering_refuses_truncate";

CREATE TRIGGER "text_issue_refuses_change" BEFORE UPDATE OR DELETE ON "text_issue" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "text_issue" ENABLE ALWAYS TRIGGER "text_issue_refuses_change";

CREATE TRIGGER "text_issue_refuses_truncate" BEFORE TRUNCATE ON "text_issue" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "text_issue" ENABLE ALWAYS TRIGGER "text_issue_refuses_truncate";

CREATE TRIGGER "matter_conclusion_refuses_change" BEFORE UPDATE OR DELETE ON "matter_conclusion" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "matter_conclusion" ENABLE ALWAYS TRIGGER "matter_conclusion_refuses_change";

CREATE TRIGGER "matter_conclusion_refuses_truncate" BEFORE TRUNCATE ON "matter_conclusion" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "matter_conclusion" ENABLE ALWAYS TRIGGER "matter_conclusion_refuses_truncate";

CREATE TRIGGER "document_import_refuses_change" BEFORE UPDATE OR DELETE ON "document_import" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "document_import" ENABLE ALWAYS TRIGGER "document_import_refuses_change";

CREATE TRIGGER "document_import_refuses_truncate" BEFORE TRUNCATE ON "document_import" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "document_import" ENABLE ALWAYS TRIGGER "document_import_refuses_truncate";

CREATE TRIGGER "document_import_decision_refuses_change" BEFORE UPDATE OR DELETE ON "document_import_decision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "document_import_decision" ENABLE ALWAYS TRIGGER "document_import_decision_refuses_change";

CREATE TRIGGER "document_import_decision_refuses_truncate" BEFORE TRUNCATE ON "document_import_decision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "document_import_decision" ENABLE ALWAYS TRIGGER "document_import_decision_refuses_truncate";
