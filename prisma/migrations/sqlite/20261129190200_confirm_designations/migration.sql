-- Which organ reviews what another may not is said by one administrator and confirmed by another. What was said by one alone
-- before counts once it is confirmed.

CREATE TABLE "review_designation_decision" (
    "jurisdiction_id" TEXT NOT NULL,
    "designation_id" TEXT NOT NULL,
    "designated_by" TEXT NOT NULL,
    "is_confirmed" BOOLEAN NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "designation_id"),
    CONSTRAINT "review_designation_decision_designation" FOREIGN KEY ("jurisdiction_id", "designation_id") REFERENCES "review_designation" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "review_designation_decision_two_hands" CHECK (decided_by <> designated_by)
);

CREATE TRIGGER review_designation_decision_refuses_update BEFORE UPDATE ON "review_designation_decision"
BEGIN
	SELECT RAISE(ABORT, 'review_designation_decision is append-only');
END;

CREATE TRIGGER review_designation_decision_refuses_delete BEFORE DELETE ON "review_designation_decision"
BEGIN
	SELECT RAISE(ABORT, 'review_designation_decision is append-only');
END;

CREATE TRIGGER review_designation_decision_refuses_replace BEFORE INSERT ON "review_designation_decision"
BEGIN
	SELECT RAISE(ABORT, 'review_designation_decision has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "review_designation_decision" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "designation_id" = NEW."designation_id")
	);
END;

CREATE TRIGGER review_designation_decision_is_of_another_hand BEFORE INSERT ON "review_designation_decision"
BEGIN
	SELECT RAISE(ABORT, 'nobody else has made this designation')
	WHERE NOT EXISTS (
		SELECT 1 FROM "review_designation"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."designation_id"
			AND "designated_by" = NEW."designated_by"
	);
END;
