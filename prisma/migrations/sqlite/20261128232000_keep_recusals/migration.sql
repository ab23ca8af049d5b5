-- A reviewer who has a ground to step back (回避) asks for it, and the lead of the review body decides. An open request
-- closes the agenda gate, so neither it nor its answer may be changed or taken away.

CREATE TABLE "recusal_request" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "requested_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "recusal_request_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "recusal_request_ground" CHECK (ground <> '')
);

CREATE TABLE "recusal_decision" (
    "jurisdiction_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "is_granted" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "decided_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "request_id"),
    CONSTRAINT "recusal_decision_request" FOREIGN KEY ("jurisdiction_id", "request_id") REFERENCES "recusal_request" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "recusal_decision_reason" CHECK (reason <> '')
);

CREATE INDEX "recusal_request_of_matter" ON "recusal_request"("jurisdiction_id", "matter_id");

CREATE TRIGGER recusal_request_refuses_update BEFORE UPDATE ON "recusal_request"
BEGIN
	SELECT RAISE(ABORT, 'recusal_request is append-only');
END;

CREATE TRIGGER recusal_request_refuses_delete BEFORE DELETE ON "recusal_request"
BEGIN
	SELECT RAISE(ABORT, 'recusal_request is append-only');
END;

CREATE TRIGGER recusal_request_refuses_replace BEFORE INSERT ON "recusal_request"
BEGIN
	SELECT RAISE(ABORT, 'recusal_request has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "recusal_request" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER recusal_decision_refuses_update BEFORE UPDATE ON "recusal_decision"
BEGIN
	SELECT RAISE(ABORT, 'recusal_decision is append-only');
END;

CREATE TRIGGER recusal_decision_refuses_delete BEFORE DELETE ON "recusal_decision"
BEGIN
	SELECT RAISE(ABORT, 'recusal_decision is append-only');
END;

CREATE TRIGGER recusal_decision_refuses_replace BEFORE INSERT ON "recusal_decision"
BEGIN
	SELECT RAISE(ABORT, 'recusal_decision has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "recusal_decision" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "request_id" = NEW."request_id")
	);
END;
