-- 核对读入: before a text is submitted its drafter confirms that it was read as Word shows it, for exactly these files.

CREATE TABLE "reading_confirmation" (
    "jurisdiction_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "read_as_sha256" TEXT NOT NULL,
    "reader_version" TEXT NOT NULL,
    "confirmed_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "confirmed_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "version_id"),
    CONSTRAINT "reading_confirmation_version" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version" ("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TRIGGER reading_confirmation_refuses_update BEFORE UPDATE ON "reading_confirmation"
BEGIN
	SELECT RAISE(ABORT, 'reading_confirmation is append-only');
END;

CREATE TRIGGER reading_confirmation_refuses_delete BEFORE DELETE ON "reading_confirmation"
BEGIN
	SELECT RAISE(ABORT, 'reading_confirmation is append-only');
END;

CREATE TRIGGER reading_confirmation_refuses_replace BEFORE INSERT ON "reading_confirmation"
BEGIN
	SELECT RAISE(ABORT, 'reading_confirmation has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "reading_confirmation" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "version_id" = NEW."version_id")
	);
END;
