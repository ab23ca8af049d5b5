-- Which organ reviews what another may not is said by one administrator and confirmed by another. What was said by one alone
-- before counts once it is confirmed.

CREATE TABLE "review_designation_decision" (
    "jurisdiction_id" TEXT NOT NULL,
    "designation_id" TEXT NOT NULL,
    "designated_by" TEXT NOT NULL,
    "is_confirmed" BOOLEAN NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "review_designation_decision_pkey" PRIMARY KEY ("jurisdiction_id", "designation_id"),
    CONSTRAINT "review_designation_decision_two_hands" CHECK (decided_by <> designated_by)
);

ALTER TABLE "review_designation_decision" ADD CONSTRAINT "review_designation_decision_designation" FOREIGN KEY ("jurisdiction_id", "designation_id") REFERENCES "review_designation" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "review_designation_decision_refuses_change" BEFORE UPDATE OR DELETE ON "review_designation_decision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "review_designation_decision" ENABLE ALWAYS TRIGGER "review_designation_decision_refuses_change";

CREATE TRIGGER "review_designation_decision_refuses_truncate" BEFORE TRUNCATE ON "review_designation_decision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "review_designation_decision" ENABLE ALWAYS TRIGGER "review_designation_decision_refuses_truncate";
