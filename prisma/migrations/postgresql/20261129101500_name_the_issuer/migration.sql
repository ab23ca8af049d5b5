-- 制定机关: who issues what a matter is about decides on who reviews it. What was opened before is the government's, but for
-- a department's own decision, which has gone to its own legal unit and its own meeting all along.

ALTER TABLE "matter" ADD COLUMN "issuer" TEXT NOT NULL DEFAULT 'government' CONSTRAINT "matter_issuer_check" CHECK ("issuer" IN ('government', 'approved-by-government', 'own-organ'));

UPDATE "matter" SET "issuer" = 'own-organ'
WHERE EXISTS (
	SELECT 1 FROM "matter_track" "own"
	WHERE "own"."jurisdiction_id" = "matter"."jurisdiction_id" AND "own"."matter_id" = "matter"."id"
		AND "own"."track" = 'department-decision'
) AND NOT EXISTS (
	SELECT 1 FROM "matter_track" "other"
	WHERE "other"."jurisdiction_id" = "matter"."jurisdiction_id" AND "other"."matter_id" = "matter"."id"
		AND "other"."track" <> 'department-decision'
);

-- Which organ the district has designated to review what another may not review itself; the newest row of an organ counts.
CREATE TABLE "review_designation" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "organ_id" TEXT NOT NULL,
    "designated_id" TEXT,
    "designated_by" TEXT NOT NULL,
    "designated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "review_designation_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "review_designation_other_check" CHECK ("designated_id" <> "organ_id")
);
CREATE INDEX "review_designation_of_organ" ON "review_designation"("jurisdiction_id", "organ_id", "id");
ALTER TABLE "review_designation" ADD CONSTRAINT "review_designation_organ" FOREIGN KEY ("jurisdiction_id", "organ_id") REFERENCES "organ"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "review_designation" ADD CONSTRAINT "review_designation_designated" FOREIGN KEY ("jurisdiction_id", "designated_id") REFERENCES "organ"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "review_designation_refuses_change" BEFORE UPDATE OR DELETE ON "review_designation" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "review_designation" ENABLE ALWAYS TRIGGER "review_designation_refuses_change";

CREATE TRIGGER "review_designation_refuses_truncate" BEFORE TRUNCATE ON "review_designation" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "review_designation" ENABLE ALWAYS TRIGGER "review_designation_refuses_truncate";

