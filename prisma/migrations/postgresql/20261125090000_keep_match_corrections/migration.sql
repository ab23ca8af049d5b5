-- A reviewer's corrections of which clause became which, bound to both versions and their hashes. Append-only: one is
-- taken back by a row that names it.

CREATE TABLE "match_correction" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "old_version_id" TEXT NOT NULL,
    "old_content_sha256" TEXT NOT NULL,
    "new_version_id" TEXT NOT NULL,
    "new_content_sha256" TEXT NOT NULL,
    "old_key" TEXT NOT NULL,
    "new_keys" TEXT NOT NULL,
    "withdraws_id" TEXT,
    "corrected_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "corrected_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "match_correction_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "match_correction_clauses" CHECK (old_key <> '' OR new_keys <> '[]')
);

CREATE INDEX "match_correction_pair" ON "match_correction"("jurisdiction_id", "matter_id", "old_content_sha256", "new_content_sha256");

ALTER TABLE "match_correction" ADD CONSTRAINT "match_correction_old_version" FOREIGN KEY ("jurisdiction_id", "old_version_id", "matter_id", "old_content_sha256") REFERENCES "draft_version"("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "match_correction" ADD CONSTRAINT "match_correction_new_version" FOREIGN KEY ("jurisdiction_id", "new_version_id", "matter_id", "new_content_sha256") REFERENCES "draft_version"("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "match_correction" ADD CONSTRAINT "match_correction_withdraws" FOREIGN KEY ("jurisdiction_id", "withdraws_id") REFERENCES "match_correction"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "match_correction_refuses_change" BEFORE UPDATE OR DELETE ON "match_correction" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "match_correction_refuses_truncate" BEFORE TRUNCATE ON "match_correction" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "match_correction" ENABLE ALWAYS TRIGGER "match_correction_refuses_change";
ALTER TABLE "match_correction" ENABLE ALWAYS TRIGGER "match_correction_refuses_truncate";
