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
    "confirmed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "reading_confirmation_pkey" PRIMARY KEY ("jurisdiction_id", "version_id")
);

ALTER TABLE "reading_confirmation" ADD CONSTRAINT "reading_confirmation_version" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version"("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "reading_confirmation_refuses_change" BEFORE UPDATE OR DELETE ON "reading_confirmation" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "reading_confirmation" ENABLE ALWAYS TRIGGER "reading_confirmation_refuses_change";

CREATE TRIGGER "reading_confirmation_refuses_truncate" BEFORE TRUNCATE ON "reading_confirmation" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "reading_confirmation" ENABLE ALWAYS TRIGGER "reading_confirmation_refuses_truncate";
