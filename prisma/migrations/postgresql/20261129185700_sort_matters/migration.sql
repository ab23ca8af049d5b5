-- The list of matters in the orders that people ask for: each has an index over all matters of a jurisdiction, over
-- those of a drafting organ, and over those of a review body. Those by due day hold only what has one: no other list
-- may be led to go over them. And filters that somebody has named for themselves.

CREATE INDEX "matter_by_title" ON "matter"("jurisdiction_id", "title", "id");
CREATE INDEX "matter_by_since" ON "matter"("jurisdiction_id", "state_since", "id");
CREATE INDEX "matter_by_due" ON "matter"("jurisdiction_id", "due_on", "id") WHERE "due_on" IS NOT NULL;
CREATE INDEX "matter_of_organ_by_title" ON "matter"("jurisdiction_id", "organ_id", "title", "id");
CREATE INDEX "matter_of_organ_by_number" ON "matter"("jurisdiction_id", "organ_id", "case_number", "id");
CREATE INDEX "matter_of_organ_by_since" ON "matter"("jurisdiction_id", "organ_id", "state_since", "id");
CREATE INDEX "matter_of_organ_by_due" ON "matter"("jurisdiction_id", "organ_id", "due_on", "id") WHERE "due_on" IS NOT NULL;
CREATE INDEX "matter_of_review_organ_by_title" ON "matter"("jurisdiction_id", "review_organ_id", "title", "id");
CREATE INDEX "matter_of_review_organ_by_number" ON "matter"("jurisdiction_id", "review_organ_id", "case_number", "id");
CREATE INDEX "matter_of_review_organ_by_since" ON "matter"("jurisdiction_id", "review_organ_id", "state_since", "id");
CREATE INDEX "matter_of_review_organ_by_due" ON "matter"("jurisdiction_id", "review_organ_id", "due_on", "id") WHERE "due_on" IS NOT NULL;

CREATE TABLE "saved_filter" (
    "jurisdiction_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "saved_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("jurisdiction_id", "person_id", "id")
);

-- What somebody did is listed in an order without ties: the index of their entries gives it whole.
DROP INDEX "audit_entry_jurisdiction_id_actor_id_at_idx";
CREATE INDEX "audit_entry_by_actor" ON "audit_entry"("jurisdiction_id", "actor_id", "at", "stream", "seq");
