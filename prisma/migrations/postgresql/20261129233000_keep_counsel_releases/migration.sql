-- Counsel who were assigned and have not written are let go by the lead, with the reason.

CREATE TABLE "counsel_release" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "released_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "released_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "counsel_release_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "counsel_release_reason" CHECK (reason <> '')
);

CREATE INDEX "counsel_release_of_matter" ON "counsel_release"("jurisdiction_id", "matter_id");

ALTER TABLE "counsel_release" ADD CONSTRAINT "counsel_release_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "counsel_release_refuses_change" BEFORE UPDATE OR DELETE ON "counsel_release" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "counsel_release" ENABLE ALWAYS TRIGGER "counsel_release_refuses_change";

CREATE TRIGGER "counsel_release_refuses_truncate" BEFORE TRUNCATE ON "counsel_release" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "counsel_release" ENABLE ALWAYS TRIGGER "counsel_release_refuses_truncate";
