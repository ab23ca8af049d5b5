-- What a file was read as is kept under the hash of its bytes and the version of the reader, so that no page reads it
-- again. A new reader adds rows and changes none. Before a text is submitted the drafter confirms that it was read as
-- Word shows it, for exactly its files. Both are append-only; texts submitted before need no confirmation until they are
-- submitted again.

CREATE TABLE "file_reading" (
    "jurisdiction_id" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "reader_version" TEXT NOT NULL,
    "read_as" TEXT NOT NULL,
    "read_as_sha256" TEXT NOT NULL,
    "read_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "file_sha256", "reader_version")
);

CREATE TABLE "reading_confirmation" (
    "jurisdiction_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "reader_version" TEXT NOT NULL,
    "read_as_sha256" TEXT NOT NULL,
    "confirmed_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "confirmed_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "version_id"),
    CONSTRAINT "reading_confirmation_version" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version" ("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TRIGGER file_reading_refuses_update BEFORE UPDATE ON "file_reading"
BEGIN
	SELECT RAISE(ABORT, 'file_reading is append-only');
END;

CREATE TRIGGER file_reading_refuses_delete BEFORE DELETE ON "file_reading"
BEGIN
	SELECT RAISE(ABORT, 'file_reading is append-only');
END;

CREATE TRIGGER file_reading_refuses_replace BEFORE INSERT ON "file_reading"
BEGIN
	SELECT RAISE(ABORT, 'file_reading has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "file_reading" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "file_sha256" = NEW."file_sha256" AND "reader_version" = NEW."reader_version")
	);
END;

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
