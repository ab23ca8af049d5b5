-- A reviewer who has a ground to step back (回避) asks for it, and the lead of the review body decides. An open request
-- closes the agenda gate, so neither it nor its answer may be changed or taken away.

CREATE TABLE "recusal_request" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "requested_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "recusal_request_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "recusal_request_ground" CHECK (ground <> '')
);

CREATE TABLE "recusal_decision" (
    "jurisdiction_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "is_granted" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "decided_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "recusal_decision_pkey" PRIMARY KEY ("jurisdiction_id", "request_id"),
    CONSTRAINT "recusal_decision_reason" CHECK (reason <> '')
);

CREATE INDEX "recusal_request_of_matter" ON "recusal_request"("jurisdiction_id", "matter_id");

ALTER TABLE "recusal_request" ADD CONSTRAINT "recusal_request_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "recusal_decision" ADD CONSTRAINT "recusal_decision_request" FOREIGN KEY ("jurisdiction_id", "request_id") REFERENCES "recusal_request"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "recusal_request_refuses_change" BEFORE UPDATE OR DELETE ON "recusal_request" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "recusal_request_refuses_truncate" BEFORE TRUNCATE ON "recusal_request" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "recusal_request" ENABLE ALWAYS TRIGGER "recusal_request_refuses_change";
ALTER TABLE "recusal_request" ENABLE ALWAYS TRIGGER "recusal_request_refuses_truncate";

CREATE TRIGGER "recusal_decision_refuses_change" BEFORE UPDATE OR DELETE ON "recusal_decision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "recusal_decision_refuses_truncate" BEFORE TRUNCATE ON "recusal_decision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "recusal_decision" ENABLE ALWAYS TRIGGER "recusal_decision_refuses_change";
ALTER TABLE "recusal_decision" ENABLE ALWAYS TRIGGER "recusal_decision_refuses_truncate";
