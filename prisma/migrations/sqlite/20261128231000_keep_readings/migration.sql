-- What a file was read as is kept under the hash of its bytes and the version of the reader, so that no page reads it
-- again. A new reader adds rows and changes none. The rows are append-only.

CREATE TABLE "file_reading" (
    "jurisdiction_id" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "reader_version" TEXT NOT NULL,
    "read_as" TEXT NOT NULL,
    "read_as_sha256" TEXT NOT NULL,
    "read_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "file_sha256", "reader_version")
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
