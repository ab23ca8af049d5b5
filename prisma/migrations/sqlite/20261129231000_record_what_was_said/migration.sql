-- What was said of each item of a meeting, by whom and in which order (重大行政决策程序暂行条例 art. 30), how many members the
-- meeting has, and what a confirmed record should have said. Rows are added while the meeting is held, corrections after it.

ALTER TABLE "meeting" ADD COLUMN "member_count" INTEGER;

CREATE TABLE "voice_part_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "voice_part_code" ("code") VALUES ('presenter'), ('attending'), ('opinion');

CREATE TABLE "stance_code" (
    "code" TEXT NOT NULL PRIMARY KEY
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
    "recorded_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "item_discussion_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "item_discussion_item" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_item" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
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

    PRIMARY KEY ("jurisdiction_id", "discussion_id", "position"),
    CONSTRAINT "item_voice_discussion" FOREIGN KEY ("jurisdiction_id", "discussion_id") REFERENCES "item_discussion" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "item_voice_part_code" FOREIGN KEY ("part") REFERENCES "voice_part_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "item_voice_stance_code" FOREIGN KEY ("stance") REFERENCES "stance_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT
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
    "corrected_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "record_correction_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "record_correction_item" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_item" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "record_correction_words" CHECK (words <> '' AND reason <> '')
);

CREATE INDEX "item_discussion_of_meeting" ON "item_discussion"("jurisdiction_id", "meeting_id");
CREATE INDEX "item_discussion_of_item" ON "item_discussion"("jurisdiction_id", "agenda_item_id");
CREATE INDEX "record_correction_of_meeting" ON "record_correction"("jurisdiction_id", "meeting_id");

CREATE TRIGGER item_discussion_while_held BEFORE INSERT ON "item_discussion"
BEGIN
	SELECT RAISE(ABORT, 'the meeting is not being held')
	WHERE NOT EXISTS (
		SELECT 1 FROM "meeting"
		JOIN "agenda_item" ON "agenda_item"."jurisdiction_id" = "meeting"."jurisdiction_id" AND "agenda_item"."meeting_id" = "meeting"."id"
		WHERE "meeting"."jurisdiction_id" = NEW."jurisdiction_id" AND "meeting"."id" = NEW."meeting_id"
			AND "agenda_item"."id" = NEW."agenda_item_id" AND "meeting"."state" = 'held'
	);
END;

CREATE TRIGGER item_voice_while_held BEFORE INSERT ON "item_voice"
BEGIN
	SELECT RAISE(ABORT, 'the meeting is not being held')
	WHERE NOT EXISTS (
		SELECT 1 FROM "item_discussion"
		JOIN "meeting" ON "meeting"."jurisdiction_id" = "item_discussion"."jurisdiction_id" AND "meeting"."id" = "item_discussion"."meeting_id"
		WHERE "item_discussion"."jurisdiction_id" = NEW."jurisdiction_id" AND "item_discussion"."id" = NEW."discussion_id"
			AND "meeting"."state" = 'held'
	);
END;

CREATE TRIGGER record_correction_of_confirmed BEFORE INSERT ON "record_correction"
BEGIN
	SELECT RAISE(ABORT, 'the record is not confirmed')
	WHERE NOT EXISTS (
		SELECT 1 FROM "meeting"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."meeting_id" AND "state" = 'closed'
	);
END;

CREATE TRIGGER item_discussion_refuses_update BEFORE UPDATE ON "item_discussion"
BEGIN
	SELECT RAISE(ABORT, 'item_discussion is append-only');
END;

CREATE TRIGGER item_discussion_refuses_delete BEFORE DELETE ON "item_discussion"
BEGIN
	SELECT RAISE(ABORT, 'item_discussion is append-only');
END;

CREATE TRIGGER item_discussion_refuses_replace BEFORE INSERT ON "item_discussion"
BEGIN
	SELECT RAISE(ABORT, 'item_discussion has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "item_discussion" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER item_voice_refuses_update BEFORE UPDATE ON "item_voice"
BEGIN
	SELECT RAISE(ABORT, 'item_voice is append-only');
END;

CREATE TRIGGER item_voice_refuses_delete BEFORE DELETE ON "item_voice"
BEGIN
	SELECT RAISE(ABORT, 'item_voice is append-only');
END;

CREATE TRIGGER item_voice_refuses_replace BEFORE INSERT ON "item_voice"
BEGIN
	SELECT RAISE(ABORT, 'item_voice has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "item_voice" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "discussion_id" = NEW."discussion_id" AND "position" = NEW."position")
	);
END;

CREATE TRIGGER record_correction_refuses_update BEFORE UPDATE ON "record_correction"
BEGIN
	SELECT RAISE(ABORT, 'record_correction is append-only');
END;

CREATE TRIGGER record_correction_refuses_delete BEFORE DELETE ON "record_correction"
BEGIN
	SELECT RAISE(ABORT, 'record_correction is append-only');
END;

CREATE TRIGGER record_correction_refuses_replace BEFORE INSERT ON "record_correction"
BEGIN
	SELECT RAISE(ABORT, 'record_correction has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "record_correction" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

