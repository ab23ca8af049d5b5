-- 意见采纳情况表: what is said of each public comment, alone or together with like ones. It closes with none unanswered.

CREATE TABLE "adoption_entry" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "gist" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "judged_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "judged_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "adoption_entry_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "adoption_entry_answer" CHECK (answer IN ('adopted', 'partly', 'not-adopted')),
    CONSTRAINT "adoption_entry_words" CHECK (gist <> '' AND reason <> '')
);

CREATE TABLE "adoption_comment" (
    "jurisdiction_id" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "comment_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,

    CONSTRAINT "adoption_comment_pkey" PRIMARY KEY ("jurisdiction_id", "entry_id", "comment_id")
);

CREATE INDEX "adoption_entry_of_consultation" ON "adoption_entry"("jurisdiction_id", "consultation_id");
CREATE INDEX "adoption_entry_of_matter" ON "adoption_entry"("jurisdiction_id", "matter_id");
CREATE INDEX "adoption_comment_of_comment" ON "adoption_comment"("jurisdiction_id", "comment_id");
CREATE INDEX "adoption_comment_of_matter" ON "adoption_comment"("jurisdiction_id", "matter_id");

ALTER TABLE "adoption_entry" ADD CONSTRAINT "adoption_entry_consultation" FOREIGN KEY ("jurisdiction_id", "consultation_id") REFERENCES "consultation"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "adoption_comment" ADD CONSTRAINT "adoption_comment_entry" FOREIGN KEY ("jurisdiction_id", "entry_id") REFERENCES "adoption_entry"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "adoption_comment" ADD CONSTRAINT "adoption_comment_comment" FOREIGN KEY ("jurisdiction_id", "comment_id") REFERENCES "public_comment"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE FUNCTION "adoption_entry_while_open"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT 1 FROM "consultation_end"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "consultation_id" = NEW."consultation_id"
	)
	THEN
		RAISE EXCEPTION 'the consultation has ended' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "adoption_entry_while_open" BEFORE INSERT ON "adoption_entry" FOR EACH ROW EXECUTE FUNCTION "adoption_entry_while_open"();
ALTER TABLE "adoption_entry" ENABLE ALWAYS TRIGGER "adoption_entry_while_open";

CREATE FUNCTION "adoption_comment_of_its_consultation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "adoption_entry" AS e
		JOIN "public_comment" AS c ON c."jurisdiction_id" = e."jurisdiction_id" AND c."consultation_id" = e."consultation_id"
		WHERE e."jurisdiction_id" = NEW."jurisdiction_id" AND e."id" = NEW."entry_id" AND e."matter_id" = NEW."matter_id"
			AND c."id" = NEW."comment_id"
	)
	THEN
		RAISE EXCEPTION 'the comment is of another consultation' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "adoption_comment_of_its_consultation" BEFORE INSERT ON "adoption_comment" FOR EACH ROW EXECUTE FUNCTION "adoption_comment_of_its_consultation"();
ALTER TABLE "adoption_comment" ENABLE ALWAYS TRIGGER "adoption_comment_of_its_consultation";

CREATE FUNCTION "consultation_end_all_answered"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."cause" = 'settled' AND EXISTS (
		SELECT 1 FROM "public_comment" AS c
		WHERE c."jurisdiction_id" = NEW."jurisdiction_id" AND c."consultation_id" = NEW."consultation_id"
			AND NOT EXISTS (
				SELECT 1 FROM "adoption_comment" AS a
				WHERE a."jurisdiction_id" = c."jurisdiction_id" AND a."comment_id" = c."id"
			)
	)
	THEN
		RAISE EXCEPTION 'a comment is unanswered' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "consultation_end_all_answered" BEFORE INSERT ON "consultation_end" FOR EACH ROW EXECUTE FUNCTION "consultation_end_all_answered"();
ALTER TABLE "consultation_end" ENABLE ALWAYS TRIGGER "consultation_end_all_answered";

CREATE TRIGGER "adoption_entry_refuses_change" BEFORE UPDATE OR DELETE ON "adoption_entry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "adoption_entry" ENABLE ALWAYS TRIGGER "adoption_entry_refuses_change";

CREATE TRIGGER "adoption_entry_refuses_truncate" BEFORE TRUNCATE ON "adoption_entry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "adoption_entry" ENABLE ALWAYS TRIGGER "adoption_entry_refuses_truncate";


CREATE TRIGGER "adoption_comment_refuses_change" BEFORE UPDATE OR DELETE ON "adoption_comment" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "adoption_comment" ENABLE ALWAYS TRIGGER "adoption_comment_refuses_change";

CREATE TRIGGER "adoption_comment_refuses_truncate" BEFORE TRUNCATE ON "adoption_comment" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "adoption_comment" ENABLE ALWAYS TRIGGER "adoption_comment_refuses_truncate";

