-- A clock can be stopped while an answer is awaited (计时中止), be given more days (延长) or fewer (加急), and what one asks
-- on a matter another decides. Who asked, who decided and why stays as it was written.

CREATE TABLE "deadline_stop" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "deadline_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "starts_on" TEXT NOT NULL,
    "ends_on" TEXT,
    "resumed_at" TIMESTAMP(3),

    CONSTRAINT "deadline_stop_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "deadline_stop_cause" CHECK (cause <> '')
);

CREATE INDEX "deadline_stop_of_deadline" ON "deadline_stop"("jurisdiction_id", "deadline_id");

CREATE TABLE "deadline_change" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "deadline_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "decided_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "deadline_change_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "deadline_change_reason" CHECK (reason <> '')
);

CREATE INDEX "deadline_change_of_deadline" ON "deadline_change"("jurisdiction_id", "deadline_id");

CREATE TABLE "matter_request" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "until_on" TEXT,
    "other_matter_id" TEXT,
    "requested_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "requested_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "matter_request_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "matter_request_words" CHECK (words <> '')
);

CREATE INDEX "matter_request_of_matter" ON "matter_request"("jurisdiction_id", "matter_id");

CREATE TABLE "request_decision" (
    "jurisdiction_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "is_granted" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "decided_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "request_decision_pkey" PRIMARY KEY ("jurisdiction_id", "request_id"),
    CONSTRAINT "request_decision_reason" CHECK (reason <> '')
);

ALTER TABLE "deadline_stop" ADD CONSTRAINT "deadline_stop_deadline" FOREIGN KEY ("jurisdiction_id", "deadline_id") REFERENCES "deadline"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "deadline_change" ADD CONSTRAINT "deadline_change_deadline" FOREIGN KEY ("jurisdiction_id", "deadline_id") REFERENCES "deadline"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "matter_request" ADD CONSTRAINT "matter_request_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "request_decision" ADD CONSTRAINT "request_decision_request" FOREIGN KEY ("jurisdiction_id", "request_id") REFERENCES "matter_request"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "deadline_change_refuses_change" BEFORE UPDATE OR DELETE ON "deadline_change" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "deadline_change" ENABLE ALWAYS TRIGGER "deadline_change_refuses_change";

CREATE TRIGGER "deadline_change_refuses_truncate" BEFORE TRUNCATE ON "deadline_change" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "deadline_change" ENABLE ALWAYS TRIGGER "deadline_change_refuses_truncate";

CREATE TRIGGER "matter_request_refuses_change" BEFORE UPDATE OR DELETE ON "matter_request" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "matter_request" ENABLE ALWAYS TRIGGER "matter_request_refuses_change";

CREATE TRIGGER "matter_request_refuses_truncate" BEFORE TRUNCATE ON "matter_request" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "matter_request" ENABLE ALWAYS TRIGGER "matter_request_refuses_truncate";

CREATE TRIGGER "request_decision_refuses_change" BEFORE UPDATE OR DELETE ON "request_decision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "request_decision" ENABLE ALWAYS TRIGGER "request_decision_refuses_change";

CREATE TRIGGER "request_decision_refuses_truncate" BEFORE TRUNCATE ON "request_decision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "request_decision" ENABLE ALWAYS TRIGGER "request_decision_refuses_truncate";
