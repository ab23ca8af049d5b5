-- An act that a substitute did on neither a matter nor a meeting: a document of the library, the administration.

CREATE TABLE "delegated_act_elsewhere" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "delegation_id" TEXT NOT NULL,
    "delegator_id" TEXT NOT NULL,
    "substitute_id" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "acted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delegated_act_elsewhere_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "delegated_act_elsewhere_delegation" FOREIGN KEY ("jurisdiction_id", "delegation_id", "delegator_id", "substitute_id") REFERENCES "delegation" ("jurisdiction_id", "id", "delegator_id", "substitute_id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE INDEX "delegated_act_elsewhere_of_stream" ON "delegated_act_elsewhere"("jurisdiction_id", "stream");

CREATE TRIGGER "delegated_act_elsewhere_refuses_change" BEFORE UPDATE OR DELETE ON "delegated_act_elsewhere" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "delegated_act_elsewhere" ENABLE ALWAYS TRIGGER "delegated_act_elsewhere_refuses_change";

CREATE TRIGGER "delegated_act_elsewhere_refuses_truncate" BEFORE TRUNCATE ON "delegated_act_elsewhere" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "delegated_act_elsewhere" ENABLE ALWAYS TRIGGER "delegated_act_elsewhere_refuses_truncate";
