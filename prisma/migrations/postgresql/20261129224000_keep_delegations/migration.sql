-- 委托 (AB 岗): who stands in for whom, from when until when, confirmed by a third; and which acts were done for another.

CREATE TABLE "delegation" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "delegator_id" TEXT NOT NULL,
    "substitute_id" TEXT NOT NULL,
    "starts_on" TEXT NOT NULL,
    "ends_on" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "requested_at" TIMESTAMP(3) NOT NULL,
    "is_confirmed" BOOLEAN,
    "decided_by" TEXT,
    "decided_at" TIMESTAMP(3),
    "withdrawn_by" TEXT,
    "withdrawn_at" TIMESTAMP(3),

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "delegation_two_persons" CHECK (delegator_id <> substitute_id),
    CONSTRAINT "delegation_third_hand" CHECK (decided_by IS NULL OR (decided_by <> delegator_id AND decided_by <> substitute_id)),
    CONSTRAINT "delegation_decision" CHECK ((is_confirmed IS NULL) = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT "delegation_withdrawal" CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
    CONSTRAINT "delegation_days" CHECK (starts_on <= ends_on),
    CONSTRAINT "delegation_words" CHECK (words <> '')
);

CREATE TABLE "delegated_act" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "delegation_id" TEXT NOT NULL,
    "delegator_id" TEXT NOT NULL,
    "substitute_id" TEXT NOT NULL,
    "matter_id" TEXT,
    "meeting_id" TEXT,
    "acted_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "delegated_act_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "delegated_act_about" CHECK (matter_id IS NOT NULL OR meeting_id IS NOT NULL)
);

CREATE UNIQUE INDEX "delegation_jurisdiction_id_id_delegator_id_substitute_id_key" ON "delegation"("jurisdiction_id", "id", "delegator_id", "substitute_id");

CREATE INDEX "delegation_of_substitute" ON "delegation"("jurisdiction_id", "substitute_id", "ends_on");

CREATE INDEX "delegation_of_delegator" ON "delegation"("jurisdiction_id", "delegator_id", "ends_on");

CREATE INDEX "delegated_act_of_matter" ON "delegated_act"("jurisdiction_id", "matter_id");

CREATE INDEX "delegated_act_of_meeting" ON "delegated_act"("jurisdiction_id", "meeting_id");

ALTER TABLE "delegation" ADD CONSTRAINT "delegation_post" FOREIGN KEY ("jurisdiction_id", "post_id") REFERENCES "post" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "delegation" ADD CONSTRAINT "delegation_delegator" FOREIGN KEY ("jurisdiction_id", "delegator_id") REFERENCES "person" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "delegation" ADD CONSTRAINT "delegation_substitute" FOREIGN KEY ("jurisdiction_id", "substitute_id") REFERENCES "person" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "delegated_act" ADD CONSTRAINT "delegated_act_delegation" FOREIGN KEY ("jurisdiction_id", "delegation_id", "delegator_id", "substitute_id") REFERENCES "delegation" ("jurisdiction_id", "id", "delegator_id", "substitute_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "delegated_act" ADD CONSTRAINT "delegated_act_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "delegated_act" ADD CONSTRAINT "delegated_act_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "delegated_act_refuses_change" BEFORE UPDATE OR DELETE ON "delegated_act" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "delegated_act" ENABLE ALWAYS TRIGGER "delegated_act_refuses_change";

CREATE TRIGGER "delegated_act_refuses_truncate" BEFORE TRUNCATE ON "delegated_act" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "delegated_act" ENABLE ALWAYS TRIGGER "delegated_act_refuses_truncate";
