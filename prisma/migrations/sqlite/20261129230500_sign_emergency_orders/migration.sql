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
    "recorded_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "emergency_step_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "emergency_step_step" CHECK (step IN ('asked', 'signed', 'declined', 'filed', 'revoked', 'concluded')),
    CONSTRAINT "emergency_step_own_hand" CHECK (step NOT IN ('signed', 'declined', 'revoked') OR leader_id = recorded_by),
    CONSTRAINT "emergency_step_words" CHECK (words <> '' OR step = 'filed'),
    CONSTRAINT "emergency_step_filed" CHECK ((step = 'filed') = (done_on IS NOT NULL) AND (ground <> '' OR step IN ('declined', 'revoked', 'concluded')))
);

CREATE INDEX "emergency_step_of_matter" ON "emergency_step"("jurisdiction_id", "matter_id");
CREATE INDEX "emergency_step_of_leader" ON "emergency_step"("jurisdiction_id", "leader_id");

CREATE TRIGGER emergency_step_refuses_update BEFORE UPDATE ON "emergency_step"
BEGIN
	SELECT RAISE(ABORT, 'emergency_step is append-only');
END;

CREATE TRIGGER emergency_step_refuses_delete BEFORE DELETE ON "emergency_step"
BEGIN
	SELECT RAISE(ABORT, 'emergency_step is append-only');
END;

CREATE TRIGGER emergency_step_refuses_replace BEFORE INSERT ON "emergency_step"
BEGIN
	SELECT RAISE(ABORT, 'emergency_step has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "emergency_step" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

