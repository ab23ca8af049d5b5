-- What was said of each item of a meeting, by whom and in which order (重大行政决策程序暂行条例 art. 30), how many members the
-- meeting has, and what a confirmed record should have said. Rows are added while the meeting is held, corrections after it.

ALTER TABLE "meeting" ADD COLUMN "member_count" INTEGER;

CREATE TABLE "voice_part_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "voice_part_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "voice_part_code" ("code") VALUES ('presenter'), ('attending'), ('opinion');

CREATE TABLE "stance_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "stance_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "stance_code" ("code") VALUES ('agree'), ('amend'), ('disagree'), ('postpone'), ('none');

CREATE TABLE "item_discussion" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "agenda_item_id" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "head_reason" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "item_discussion_pkey" PRIMARY KEY ("jurisdiction_id", "id")
);

CREATE TABLE "item_voice" (
    "jurisdiction_id" TEXT NOT NULL,
    "discussion_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organ" TEXT NOT NULL,
    "stance" TEXT,
    "words" TEXT NOT NULL,

    CONSTRAINT "item_voice_pkey" PRIMARY KEY ("jurisdiction_id", "discussion_id", "position")
);

CREATE TABLE "record_correction" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "agenda_item_id" TEXT,
    "words" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "corrected_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "corrected_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "record_correction_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "record_correction_words" CHECK (words <> '' AND reason <> '')
);

CREATE INDEX "item_discussion_of_meeting" ON "item_discussion"("jurisdiction_id", "meeting_id");
CREATE INDEX "item_discussion_of_item" ON "item_discussion"("jurisdiction_id", "agenda_item_id");
CREATE INDEX "record_correction_of_meeting" ON "record_correction"("jurisdiction_id", "meeting_id");

ALTER TABLE "item_discussion" ADD CONSTRAINT "item_discussion_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "item_discussion" ADD CONSTRAINT "item_discussion_item" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_item"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "item_voice" ADD CONSTRAINT "item_voice_discussion" FOREIGN KEY ("jurisdiction_id", "discussion_id") REFERENCES "item_discussion"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "item_voice" ADD CONSTRAINT "item_voice_part_code" FOREIGN KEY ("part") REFERENCES "voice_part_code"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "item_voice" ADD CONSTRAINT "item_voice_stance_code" FOREIGN KEY ("stance") REFERENCES "stance_code"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "record_correction" ADD CONSTRAINT "record_correction_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "record_correction" ADD CONSTRAINT "record_correction_item" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_item"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE FUNCTION "item_discussion_while_held"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "meeting"
		JOIN "agenda_item" ON "agenda_item"."jurisdiction_id" = "meeting"."jurisdiction_id" AND "agenda_item"."meeting_id" = "meeting"."id"
		WHERE "meeting"."jurisdiction_id" = NEW."jurisdiction_id" AND "meeting"."id" = NEW."meeting_id"
			AND "agenda_item"."id" = NEW."agenda_item_id" AND "meeting"."state" = 'held'
	)
	THEN
		RAISE EXCEPTION 'the meeting is not being held' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "item_discussion_while_held" BEFORE INSERT ON "item_discussion" FOR EACH ROW EXECUTE FUNCTION "item_discussion_while_held"();
ALTER TABLE "item_discussion" ENABLE ALWAYS TRIGGER "item_discussion_while_held";

CREATE FUNCTION "item_voice_while_held"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "item_discussion"
		JOIN "meeting" ON "meeting"."jurisdiction_id" = "item_discussion"."jurisdiction_id" AND "meeting"."id" = "item_discussion"."meeting_id"
		WHERE "item_discussion"."jurisdiction_id" = NEW."jurisdiction_id" AND "item_discussion"."id" = NEW."discussion_id"
			AND "meeting"."state" = 'held'
	)
	THEN
		RAISE EXCEPTION 'the meeting is not being held' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "item_voice_while_held" BEFORE INSERT ON "item_voice" FOR EACH ROW EXECUTE FUNCTION "item_voice_while_held"();
ALTER TABLE "item_voice" ENABLE ALWAYS TRIGGER "item_voice_while_held";

CREATE FUNCTION "record_correction_of_confirmed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "meeting"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."meeting_id" AND "state" = 'closed'
	)
	THEN
		RAISE EXCEPTION 'the record is not confirmed' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "record_correction_of_confirmed" BEFORE INSERT ON "record_correction" FOR EACH ROW EXECUTE FUNCTION "record_correction_of_confirmed"();
ALTER TABLE "record_correction" ENABLE ALWAYS TRIGGER "record_correction_of_confirmed";

CREATE TRIGGER "item_discussion_refuses_change" BEFORE UPDATE OR DELETE ON "item_discussion" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "item_discussion" ENABLE ALWAYS TRIGGER "item_discussion_refuses_change";

CREATE TRIGGER "item_discussion_refuses_truncate" BEFORE TRUNCATE ON "item_discussion" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "item_discussion" ENABLE ALWAYS TRIGGER "item_discussion_refuses_truncate";

CREATE TRIGGER "item_voice_refuses_change" BEFORE UPDATE OR DELETE ON "item_voice" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "item_voice" ENABLE ALWAYS TRIGGER "item_voice_refuses_change";

CREATE TRIGGER "item_voice_refuses_truncate" BEFORE TRUNCATE ON "item_voice" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "item_voice" ENABLE ALWAYS TRIGGER "item_voice_refuses_truncate";

CREATE TRIGGER "record_correction_refuses_change" BEFORE UPDATE OR DELETE ON "record_correction" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "record_correction" ENABLE ALWAYS TRIGGER "record_correction_refuses_change";

CREATE TRIGGER "record_correction_refuses_truncate" BEFORE TRUNCATE ON "record_correction" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "record_correction" ENABLE ALWAYS TRIGGER "record_correction_refuses_truncate";

