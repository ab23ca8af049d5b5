-- What a reader of a comparison has seen, change by change. A tick stands by itself until the sitting ends; then it is
-- taken up for good, with the sitting that it belongs to, under one entry of the trail.

CREATE TABLE "change_tick" (
    "jurisdiction_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "old_version_id" TEXT NOT NULL,
    "new_version_id" TEXT NOT NULL,
    "of_changes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "ticked_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "change_tick_pkey" PRIMARY KEY ("jurisdiction_id", "matter_id", "person_id", "change")
);

CREATE TABLE "reading_sitting" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "old_version_id" TEXT NOT NULL,
    "old_content_sha256" TEXT NOT NULL,
    "new_version_id" TEXT NOT NULL,
    "new_content_sha256" TEXT NOT NULL,
    "of_changes" INTEGER NOT NULL,
    "begun_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "reading_sitting_pkey" PRIMARY KEY ("jurisdiction_id", "id")
);

CREATE TABLE "seen_change" (
    "jurisdiction_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "sitting_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "ticked_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "seen_change_pkey" PRIMARY KEY ("jurisdiction_id", "matter_id", "person_id", "change")
);

CREATE INDEX "change_tick_ticked_at_idx" ON "change_tick"("ticked_at");

CREATE INDEX "change_tick_jurisdiction_id_old_version_id_idx" ON "change_tick"("jurisdiction_id", "old_version_id");

CREATE INDEX "change_tick_jurisdiction_id_new_version_id_idx" ON "change_tick"("jurisdiction_id", "new_version_id");

CREATE INDEX "reading_sitting_reader" ON "reading_sitting"("jurisdiction_id", "matter_id", "person_id");

CREATE UNIQUE INDEX "reading_sitting_jurisdiction_id_id_matter_id_person_id_key" ON "reading_sitting"("jurisdiction_id", "id", "matter_id", "person_id");

CREATE INDEX "seen_change_jurisdiction_id_sitting_id_idx" ON "seen_change"("jurisdiction_id", "sitting_id");

ALTER TABLE "change_tick" ADD CONSTRAINT "change_tick_old_version" FOREIGN KEY ("jurisdiction_id", "old_version_id") REFERENCES "draft_version"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "change_tick" ADD CONSTRAINT "change_tick_new_version" FOREIGN KEY ("jurisdiction_id", "new_version_id") REFERENCES "draft_version"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "reading_sitting" ADD CONSTRAINT "reading_sitting_old_version" FOREIGN KEY ("jurisdiction_id", "old_version_id", "matter_id", "old_content_sha256") REFERENCES "draft_version"("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "reading_sitting" ADD CONSTRAINT "reading_sitting_new_version" FOREIGN KEY ("jurisdiction_id", "new_version_id", "matter_id", "new_content_sha256") REFERENCES "draft_version"("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "seen_change" ADD CONSTRAINT "seen_change_sitting" FOREIGN KEY ("jurisdiction_id", "sitting_id", "matter_id", "person_id") REFERENCES "reading_sitting"("jurisdiction_id", "id", "matter_id", "person_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "reading_sitting_refuses_change" BEFORE UPDATE OR DELETE ON "reading_sitting" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "reading_sitting" ENABLE ALWAYS TRIGGER "reading_sitting_refuses_change";

CREATE TRIGGER "reading_sitting_refuses_truncate" BEFORE TRUNCATE ON "reading_sitting" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "reading_sitting" ENABLE ALWAYS TRIGGER "reading_sitting_refuses_truncate";

CREATE TRIGGER "seen_change_refuses_change" BEFORE UPDATE OR DELETE ON "seen_change" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "seen_change" ENABLE ALWAYS TRIGGER "seen_change_refuses_change";

CREATE TRIGGER "seen_change_refuses_truncate" BEFORE TRUNCATE ON "seen_change" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "seen_change" ENABLE ALWAYS TRIGGER "seen_change_refuses_truncate";
