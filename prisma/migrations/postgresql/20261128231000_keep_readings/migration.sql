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
    "read_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "file_reading_pkey" PRIMARY KEY ("jurisdiction_id", "file_sha256", "reader_version")
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
    "confirmed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "reading_confirmation_pkey" PRIMARY KEY ("jurisdiction_id", "version_id")
);

ALTER TABLE "reading_confirmation" ADD CONSTRAINT "reading_confirmation_version" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version"("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "file_reading_refuses_change" BEFORE UPDATE OR DELETE ON "file_reading" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "file_reading_refuses_truncate" BEFORE TRUNCATE ON "file_reading" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "file_reading" ENABLE ALWAYS TRIGGER "file_reading_refuses_change";
ALTER TABLE "file_reading" ENABLE ALWAYS TRIGGER "file_reading_refuses_truncate";

CREATE TRIGGER "reading_confirmation_refuses_change" BEFORE UPDATE OR DELETE ON "reading_confirmation" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "reading_confirmation_refuses_truncate" BEFORE TRUNCATE ON "reading_confirmation" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "reading_confirmation" ENABLE ALWAYS TRIGGER "reading_confirmation_refuses_change";
ALTER TABLE "reading_confirmation" ENABLE ALWAYS TRIGGER "reading_confirmation_refuses_truncate";
