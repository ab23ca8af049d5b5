-- A law that a cleared text cites may change before the meeting. The signing officer confirms by name that the clearance
-- stands all the same; that word opens the gate and may not be changed.

CREATE TABLE "law_confirmation" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "clearance_id" TEXT NOT NULL,
    "laws" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "confirmed_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "confirmed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "law_confirmation_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "law_confirmation_words" CHECK (words <> '')
);

CREATE INDEX "law_confirmation_of_clearance" ON "law_confirmation"("jurisdiction_id", "clearance_id");

ALTER TABLE "law_confirmation" ADD CONSTRAINT "law_confirmation_clearance" FOREIGN KEY ("jurisdiction_id", "clearance_id") REFERENCES "clearance" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "law_confirmation_refuses_change" BEFORE UPDATE OR DELETE ON "law_confirmation" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "law_confirmation" ENABLE ALWAYS TRIGGER "law_confirmation_refuses_change";

CREATE TRIGGER "law_confirmation_refuses_truncate" BEFORE TRUNCATE ON "law_confirmation" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "law_confirmation" ENABLE ALWAYS TRIGGER "law_confirmation_refuses_truncate";
