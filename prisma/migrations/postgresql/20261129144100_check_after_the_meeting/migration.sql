-- 原则通过: the text is changed as the meeting said, handed in again, and checked before it is issued. Each of the three is a
-- row of its own, bound to the outcome, to the text that lay before the meeting and to the one that is to be issued.

-- What was passed in principle before this release waited for nobody: it is with its drafting unit now.
INSERT INTO "matter_state_code" ("code") SELECT 'amending'
WHERE EXISTS (SELECT 1 FROM "matter" WHERE "state" = 'issuing' AND "post_meeting_check");
UPDATE "matter" SET "state" = 'amending' WHERE "state" = 'issuing' AND "post_meeting_check";
ALTER TABLE "matter" DROP COLUMN "post_meeting_check";

CREATE TABLE "meeting_revision" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "agenda_item_id" TEXT NOT NULL,
    "clearance_id" TEXT NOT NULL,
    "passed_version_id" TEXT NOT NULL,
    "passed_sha256" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "submitted_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "submitted_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "meeting_revision_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "meeting_revision_changes" CHECK (words <> '' AND content_sha256 <> passed_sha256)
);

CREATE INDEX "meeting_revision_of_matter" ON "meeting_revision"("jurisdiction_id", "matter_id", "id");
CREATE UNIQUE INDEX "meeting_revision_text" ON "meeting_revision"("jurisdiction_id", "id", "matter_id", "version_id", "content_sha256");

ALTER TABLE "meeting_revision" ADD CONSTRAINT "meeting_revision_outcome" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_outcome"("jurisdiction_id", "agenda_item_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "meeting_revision" ADD CONSTRAINT "meeting_revision_clearance" FOREIGN KEY ("jurisdiction_id", "clearance_id", "matter_id", "passed_version_id", "passed_sha256") REFERENCES "clearance"("jurisdiction_id", "id", "matter_id", "version_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "meeting_revision" ADD CONSTRAINT "meeting_revision_version" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version"("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "meeting_check" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "revision_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "checked_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "meeting_check_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "meeting_check_result" CHECK (words <> '' AND result IN ('as-decided', 'sent-back', 'new-round'))
);

CREATE UNIQUE INDEX "meeting_check_text" ON "meeting_check"("jurisdiction_id", "id", "matter_id", "version_id", "content_sha256", "reviewer_id");
CREATE UNIQUE INDEX "meeting_check_of_revision" ON "meeting_check"("jurisdiction_id", "revision_id");

ALTER TABLE "meeting_check" ADD CONSTRAINT "meeting_check_revision" FOREIGN KEY ("jurisdiction_id", "revision_id", "matter_id", "version_id", "content_sha256") REFERENCES "meeting_revision"("jurisdiction_id", "id", "matter_id", "version_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "meeting_check_decision" (
    "jurisdiction_id" TEXT NOT NULL,
    "check_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "words" TEXT,
    "decided_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "decided_at" TIMESTAMP(3) NOT NULL,
    "key_id" TEXT,
    "signature" TEXT,

    CONSTRAINT "meeting_check_decision_pkey" PRIMARY KEY ("jurisdiction_id", "check_id"),
    CONSTRAINT "meeting_check_decision_signed" CHECK ((decision = 'signed' AND key_id IS NOT NULL AND signature IS NOT NULL) OR (decision = 'refused' AND words IS NOT NULL AND key_id IS NULL AND signature IS NULL)),
    CONSTRAINT "meeting_check_decision_two_hands" CHECK (decided_by <> reviewer_id)
);

CREATE UNIQUE INDEX "meeting_check_decision_text" ON "meeting_check_decision"("jurisdiction_id", "check_id", "matter_id", "version_id", "content_sha256");
CREATE UNIQUE INDEX "meeting_check_decision_of_check" ON "meeting_check_decision"("jurisdiction_id", "check_id", "matter_id", "version_id", "content_sha256", "reviewer_id");

ALTER TABLE "meeting_check_decision" ADD CONSTRAINT "meeting_check_decision_check" FOREIGN KEY ("jurisdiction_id", "check_id", "matter_id", "version_id", "content_sha256", "reviewer_id") REFERENCES "meeting_check"("jurisdiction_id", "id", "matter_id", "version_id", "content_sha256", "reviewer_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A text is handed in after a meeting only where one has passed the former in principle.
CREATE FUNCTION "meeting_revision_follows_its_outcome"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "agenda_outcome" "outcome"
		WHERE "outcome"."jurisdiction_id" = NEW."jurisdiction_id" AND "outcome"."agenda_item_id" = NEW."agenda_item_id"
			AND "outcome"."matter_id" = NEW."matter_id" AND "outcome"."clearance_id" = NEW."clearance_id"
			AND "outcome"."outcome" = 'passed-in-principle'
	)
	THEN
		RAISE EXCEPTION 'no meeting has passed the former text in principle' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "meeting_revision_follows_its_outcome" BEFORE INSERT ON "meeting_revision" FOR EACH ROW EXECUTE FUNCTION "meeting_revision_follows_its_outcome"();
ALTER TABLE "meeting_revision" ENABLE ALWAYS TRIGGER "meeting_revision_follows_its_outcome";

-- The signing officer decides on what the reviewer has found fit, and on nothing else.
CREATE FUNCTION "meeting_check_decision_follows_its_check"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "meeting_check"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."check_id" AND "result" = 'as-decided'
	)
	THEN
		RAISE EXCEPTION 'the reviewer has not found this text as decided' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "meeting_check_decision_follows_its_check" BEFORE INSERT ON "meeting_check_decision" FOR EACH ROW EXECUTE FUNCTION "meeting_check_decision_follows_its_check"();
ALTER TABLE "meeting_check_decision" ENABLE ALWAYS TRIGGER "meeting_check_decision_follows_its_check";

CREATE TRIGGER "meeting_revision_refuses_change" BEFORE UPDATE OR DELETE ON "meeting_revision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "meeting_revision" ENABLE ALWAYS TRIGGER "meeting_revision_refuses_change";

CREATE TRIGGER "meeting_revision_refuses_truncate" BEFORE TRUNCATE ON "meeting_revision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "meeting_revision" ENABLE ALWAYS TRIGGER "meeting_revision_refuses_truncate";


CREATE TRIGGER "meeting_check_refuses_change" BEFORE UPDATE OR DELETE ON "meeting_check" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "meeting_check" ENABLE ALWAYS TRIGGER "meeting_check_refuses_change";

CREATE TRIGGER "meeting_check_refuses_truncate" BEFORE TRUNCATE ON "meeting_check" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "meeting_check" ENABLE ALWAYS TRIGGER "meeting_check_refuses_truncate";


CREATE TRIGGER "meeting_check_decision_refuses_change" BEFORE UPDATE OR DELETE ON "meeting_check_decision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "meeting_check_decision" ENABLE ALWAYS TRIGGER "meeting_check_decision_refuses_change";

CREATE TRIGGER "meeting_check_decision_refuses_truncate" BEFORE TRUNCATE ON "meeting_check_decision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "meeting_check_decision" ENABLE ALWAYS TRIGGER "meeting_check_decision_refuses_truncate";
