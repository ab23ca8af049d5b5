-- In an emergency a leader signs that a draft decision takes effect before its review. The order clears nothing: the review is
-- owed after it (补审), and the order is filed with the people's congress (突发事件应对法 art. 25).

CREATE TABLE "emergency_step" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "leader_id" TEXT NOT NULL,
    "leader_name" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "done_on" TEXT,
    "recorded_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "emergency_step_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "emergency_step_step" CHECK (step IN ('asked', 'signed', 'declined', 'filed', 'revoked', 'concluded')),
    CONSTRAINT "emergency_step_own_hand" CHECK (step NOT IN ('signed', 'declined', 'revoked') OR leader_id = recorded_by),
    CONSTRAINT "emergency_step_words" CHECK (words <> '' OR step = 'filed'),
    CONSTRAINT "emergency_step_filed" CHECK ((step = 'filed') = (done_on IS NOT NULL) AND (ground <> '' OR step IN ('declined', 'revoked', 'concluded')))
);

CREATE INDEX "emergency_step_of_matter" ON "emergency_step"("jurisdiction_id", "matter_id");
CREATE INDEX "emergency_step_of_leader" ON "emergency_step"("jurisdiction_id", "leader_id");

ALTER TABLE "emergency_step" ADD CONSTRAINT "emergency_step_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "emergency_step_refuses_change" BEFORE UPDATE OR DELETE ON "emergency_step" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "emergency_step" ENABLE ALWAYS TRIGGER "emergency_step_refuses_change";

CREATE TRIGGER "emergency_step_refuses_truncate" BEFORE TRUNCATE ON "emergency_step" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "emergency_step" ENABLE ALWAYS TRIGGER "emergency_step_refuses_truncate";

