-- A law that a cleared text cites may change before the meeting. The signing officer confirms by name that the clearance
-- stands all the same; that word opens the gate and may not be changed.

CREATE TABLE "law_confirmation" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "clearance_id" TEXT NOT NULL,
    "laws" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "confirmed_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "confirmed_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "law_confirmation_clearance" FOREIGN KEY ("jurisdiction_id", "clearance_id") REFERENCES "clearance" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "law_confirmation_words" CHECK (words <> '')
);

CREATE INDEX "law_confirmation_of_clearance" ON "law_confirmation"("jurisdiction_id", "clearance_id");

CREATE TRIGGER law_confirmation_refuses_update BEFORE UPDATE ON "law_confirmation"
BEGIN
	SELECT RAISE(ABORT, 'law_confirmation is append-only');
END;

CREATE TRIGGER law_confirmation_refuses_delete BEFORE DELETE ON "law_confirmation"
BEGIN
	SELECT RAISE(ABORT, 'law_confirmation is append-only');
END;

CREATE TRIGGER law_confirmation_refuses_replace BEFORE INSERT ON "law_confirmation"
BEGIN
	SELECT RAISE(ABORT, 'law_confirmation has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "law_confirmation" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;
