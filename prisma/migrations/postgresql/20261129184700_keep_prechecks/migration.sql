-- What the rules of the pre-check say of a reading is kept under the hash of the reading and the version of the rules, so that
-- no page makes it again. Other rules add rows and change none. The rows are append-only.

CREATE TABLE "text_precheck" (
    "jurisdiction_id" TEXT NOT NULL,
    "read_as_sha256" TEXT NOT NULL,
    "rules_version" TEXT NOT NULL,
    "hits" TEXT NOT NULL,
    "made_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "text_precheck_pkey" PRIMARY KEY ("jurisdiction_id", "read_as_sha256", "rules_version")
);

CREATE TRIGGER "text_precheck_refuses_change" BEFORE UPDATE OR DELETE ON "text_precheck" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "text_precheck_refuses_truncate" BEFORE TRUNCATE ON "text_precheck" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "text_precheck" ENABLE ALWAYS TRIGGER "text_precheck_refuses_change";
ALTER TABLE "text_precheck" ENABLE ALWAYS TRIGGER "text_precheck_refuses_truncate";
