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
    "corrected_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "match_correction_old_version" FOREIGN KEY ("jurisdiction_id", "old_version_id", "matter_id", "old_content_sha256") REFERENCES "draft_version" ("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "match_correction_new_version" FOREIGN KEY ("jurisdiction_id", "new_version_id", "matter_id", "new_content_sha256") REFERENCES "draft_version" ("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "match_correction_withdraws" FOREIGN KEY ("jurisdiction_id", "withdraws_id") REFERENCES "match_correction" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "match_correction_clauses" CHECK (old_key <> '' OR new_keys <> '[]')
);

CREATE INDEX "match_correction_pair" ON "match_correction"("jurisdiction_id", "matter_id", "old_content_sha256", "new_content_sha256");

CREATE TRIGGER match_correction_refuses_update BEFORE UPDATE ON "match_correction"
BEGIN
	SELECT RAISE(ABORT, 'match_correction is append-only');
END;

CREATE TRIGGER match_correction_refuses_delete BEFORE DELETE ON "match_correction"
BEGIN
	SELECT RAISE(ABORT, 'match_correction is append-only');
END;

CREATE TRIGGER match_correction_refuses_replace BEFORE INSERT ON "match_correction"
BEGIN
	SELECT RAISE(ABORT, 'match_correction has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "match_correction" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;
