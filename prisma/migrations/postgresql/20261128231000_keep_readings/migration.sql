-- What a file was read as is kept under the hash of its bytes and the version of the reader, so that no page reads it
-- again. A new reader adds rows and changes none. The rows are append-only.

CREATE TABLE "file_reading" (
    "jurisdiction_id" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "reader_version" TEXT NOT NULL,
    "read_as" TEXT NOT NULL,
    "read_as_sha256" TEXT NOT NULL,
    "read_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "file_reading_pkey" PRIMARY KEY ("jurisdiction_id", "file_sha256", "reader_version")
);

CREATE TRIGGER "file_reading_refuses_change" BEFORE UPDATE OR DELETE ON "file_reading" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "file_reading_refuses_truncate" BEFORE TRUNCATE ON "file_reading" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "file_reading" ENABLE ALWAYS TRIGGER "file_reading_refuses_change";
ALTER TABLE "file_reading" ENABLE ALWAYS TRIGGER "file_reading_refuses_truncate";
