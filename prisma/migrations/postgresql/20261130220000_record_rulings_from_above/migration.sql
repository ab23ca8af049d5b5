-- 其他: what a meeting has referred goes on as those rule who decide it: the party committee (重大行政决策程序暂行条例
-- art. 31), the government above, the people's congress (art. 8). One ruling an item, never changed. What was referred before
-- waits for its ruling, and nothing is filled in for it.

CREATE TABLE "ruling_body_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "ruling_body_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "ruling_body_code" ("code") VALUES ('party-committee'), ('upper-government'), ('peoples-congress');

CREATE TABLE "ruling_result_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "ruling_result_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "ruling_result_code" ("code") VALUES ('passed'), ('revise-and-resubmit'), ('not-passed');

CREATE TABLE "higher_ruling" (
    "jurisdiction_id" TEXT NOT NULL,
    "agenda_item_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "ruled_on" TEXT NOT NULL,
    "document_number" TEXT,
    "words" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "higher_ruling_pkey" PRIMARY KEY ("jurisdiction_id", "agenda_item_id"),
    CONSTRAINT "higher_ruling_words" CHECK (trim(words) <> '' AND ruled_on <> '' AND (document_number IS NULL OR trim(document_number) <> ''))
);

CREATE INDEX "higher_ruling_of_matter" ON "higher_ruling"("jurisdiction_id", "matter_id");

ALTER TABLE "higher_ruling" ADD CONSTRAINT "higher_ruling_outcome" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_outcome"("jurisdiction_id", "agenda_item_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "higher_ruling" ADD CONSTRAINT "higher_ruling_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "higher_ruling" ADD CONSTRAINT "higher_ruling_body_code" FOREIGN KEY ("body") REFERENCES "ruling_body_code"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "higher_ruling" ADD CONSTRAINT "higher_ruling_result_code" FOREIGN KEY ("result") REFERENCES "ruling_result_code"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What is ruled on is what the meeting has referred, of this matter, by a body that may decide it, and not before the meeting
-- met (in Shanghai).
CREATE FUNCTION "higher_ruling_is_of_a_referral"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "agenda_outcome" "outcome"
			JOIN "meeting" ON "meeting"."jurisdiction_id" = "outcome"."jurisdiction_id"
				AND "meeting"."id" = "outcome"."meeting_id"
			JOIN "ruling_body_code" "body" ON "body"."code" = NEW."body"
			JOIN "ruling_result_code" "result" ON "result"."code" = NEW."result"
		WHERE "outcome"."jurisdiction_id" = NEW."jurisdiction_id" AND "outcome"."agenda_item_id" = NEW."agenda_item_id"
			AND "outcome"."matter_id" = NEW."matter_id" AND "outcome"."outcome" = 'other'
			AND NEW."ruled_on" >= to_char(least("meeting"."starts_at", "meeting"."held_at") + interval '8 hours', 'YYYY-MM-DD')
	)
	THEN
		RAISE EXCEPTION 'no ruling of what a meeting has referred' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "higher_ruling_is_of_a_referral" BEFORE INSERT ON "higher_ruling" FOR EACH ROW EXECUTE FUNCTION "higher_ruling_is_of_a_referral"();
ALTER TABLE "higher_ruling" ENABLE ALWAYS TRIGGER "higher_ruling_is_of_a_referral";

CREATE TRIGGER "higher_ruling_refuses_change" BEFORE UPDATE OR DELETE ON "higher_ruling" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "higher_ruling" ENABLE ALWAYS TRIGGER "higher_ruling_refuses_change";

CREATE TRIGGER "higher_ruling_refuses_truncate" BEFORE TRUNCATE ON "higher_ruling" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "higher_ruling" ENABLE ALWAYS TRIGGER "higher_ruling_refuses_truncate";

-- H13: a text that was referred is registered, or concluded, only once the ruling has passed it; all else is as before.
CREATE OR REPLACE FUNCTION "text_registration_was_decided"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "agenda_outcome" "outcome"
			JOIN "clearance" ON "clearance"."jurisdiction_id" = "outcome"."jurisdiction_id"
				AND "clearance"."id" = "outcome"."clearance_id"
		WHERE "outcome"."jurisdiction_id" = NEW."jurisdiction_id" AND "outcome"."agenda_item_id" = NEW."agenda_item_id"
			AND "outcome"."matter_id" = NEW."matter_id" AND ("outcome"."outcome" = 'passed' OR ("outcome"."outcome" = 'other' AND EXISTS (
				SELECT 1 FROM "higher_ruling" "ruling"
				WHERE "ruling"."jurisdiction_id" = "outcome"."jurisdiction_id"
					AND "ruling"."agenda_item_id" = "outcome"."agenda_item_id" AND "ruling"."result" = 'passed'
			)))
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
		RAISE EXCEPTION 'no meeting and no ruling from above has passed this text, and no check was signed of it' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;

CREATE OR REPLACE FUNCTION "matter_conclusion_was_decided"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "agenda_outcome" "outcome"
			JOIN "clearance" ON "clearance"."jurisdiction_id" = "outcome"."jurisdiction_id"
				AND "clearance"."id" = "outcome"."clearance_id"
		WHERE "outcome"."jurisdiction_id" = NEW."jurisdiction_id" AND "outcome"."agenda_item_id" = NEW."agenda_item_id"
			AND "outcome"."matter_id" = NEW."matter_id" AND ("outcome"."outcome" = 'passed' OR ("outcome"."outcome" = 'other' AND EXISTS (
				SELECT 1 FROM "higher_ruling" "ruling"
				WHERE "ruling"."jurisdiction_id" = "outcome"."jurisdiction_id"
					AND "ruling"."agenda_item_id" = "outcome"."agenda_item_id" AND "ruling"."result" = 'passed'
			)))
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
		RAISE EXCEPTION 'no meeting and no ruling from above has passed this text, and no check was signed of it' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
