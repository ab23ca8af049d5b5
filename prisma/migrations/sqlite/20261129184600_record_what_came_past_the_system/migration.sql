-- What a meeting took up outside the system (未经系统准入, H15) is recorded once it was held, and can be neither changed nor hidden.

CREATE TABLE "off_system_item" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organ" TEXT NOT NULL,
    "decision_text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "reported_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "reported_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "off_system_item_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "off_system_item_words" CHECK (title <> '' AND organ <> '' AND decision_text <> '' AND reason <> '')
);

CREATE INDEX "off_system_item_of_meeting" ON "off_system_item"("jurisdiction_id", "meeting_id");

CREATE TRIGGER off_system_item_follows_its_meeting BEFORE INSERT ON "off_system_item"
BEGIN
	SELECT RAISE(ABORT, 'the meeting was not held')
	WHERE NOT EXISTS (
		SELECT 1 FROM "meeting"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."meeting_id" AND "state" IN ('held', 'closed')
	);
END;

CREATE TRIGGER off_system_item_refuses_update BEFORE UPDATE ON "off_system_item"
BEGIN
	SELECT RAISE(ABORT, 'off_system_item is append-only');
END;

CREATE TRIGGER off_system_item_refuses_delete BEFORE DELETE ON "off_system_item"
BEGIN
	SELECT RAISE(ABORT, 'off_system_item is append-only');
END;

CREATE TRIGGER off_system_item_refuses_replace BEFORE INSERT ON "off_system_item"
BEGIN
	SELECT RAISE(ABORT, 'off_system_item has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "off_system_item" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

