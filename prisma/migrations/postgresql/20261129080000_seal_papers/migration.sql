-- What leaves a desk on paper is sealed by the act that makes it: its sentences with the rows that they come from, as
-- canonical JSON, with the hash that the trail holds. Nothing changes or removes it; later pages show it as it is here.

CREATE TABLE "sealed_paper" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organ_id" TEXT NOT NULL,
    "matter_id" TEXT,
    "meeting_id" TEXT,
    "about_id" TEXT NOT NULL,
    "number" TEXT,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "sealed_by" TEXT NOT NULL,
    "sealed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "sealed_paper_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "sealed_paper_subject" CHECK (matter_id IS NOT NULL OR meeting_id IS NOT NULL)
);

CREATE UNIQUE INDEX "sealed_paper_code" ON "sealed_paper"("code");
CREATE UNIQUE INDEX "sealed_paper_number" ON "sealed_paper"("jurisdiction_id", "number");
CREATE INDEX "sealed_paper_of_matter" ON "sealed_paper"("jurisdiction_id", "matter_id", "id");
CREATE INDEX "sealed_paper_of_meeting" ON "sealed_paper"("jurisdiction_id", "meeting_id", "id");
CREATE INDEX "sealed_paper_about" ON "sealed_paper"("jurisdiction_id", "about_id");

ALTER TABLE "sealed_paper" ADD CONSTRAINT "sealed_paper_organ" FOREIGN KEY ("jurisdiction_id", "organ_id") REFERENCES "organ"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sealed_paper" ADD CONSTRAINT "sealed_paper_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "sealed_paper" ADD CONSTRAINT "sealed_paper_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "sealed_paper_refuses_change" BEFORE UPDATE OR DELETE ON "sealed_paper" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "sealed_paper" ENABLE ALWAYS TRIGGER "sealed_paper_refuses_change";

CREATE TRIGGER "sealed_paper_refuses_truncate" BEFORE TRUNCATE ON "sealed_paper" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "sealed_paper" ENABLE ALWAYS TRIGGER "sealed_paper_refuses_truncate";
