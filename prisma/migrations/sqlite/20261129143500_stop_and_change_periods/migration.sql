-- A clock can be stopped while an answer is awaited (计时中止), be given more days (延长) or fewer (加急), and what one asks
-- on a matter another decides. Who asked, who decided and why stays as it was written.

CREATE TABLE "deadline_stop" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "deadline_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "starts_on" TEXT NOT NULL,
    "ends_on" TEXT,
    "resumed_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "deadline_stop_deadline" FOREIGN KEY ("jurisdiction_id", "deadline_id") REFERENCES "deadline" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
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
    "decided_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "deadline_change_deadline" FOREIGN KEY ("jurisdiction_id", "deadline_id") REFERENCES "deadline" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
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
    "requested_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "matter_request_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
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
    "decided_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "request_id"),
    CONSTRAINT "request_decision_request" FOREIGN KEY ("jurisdiction_id", "request_id") REFERENCES "matter_request" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "request_decision_reason" CHECK (reason <> '')
);

CREATE TRIGGER deadline_change_refuses_update BEFORE UPDATE ON "deadline_change"
BEGIN
	SELECT RAISE(ABORT, 'deadline_change is append-only');
END;

CREATE TRIGGER deadline_change_refuses_delete BEFORE DELETE ON "deadline_change"
BEGIN
	SELECT RAISE(ABORT, 'deadline_change is append-only');
END;

CREATE TRIGGER deadline_change_refuses_replace BEFORE INSERT ON "deadline_change"
BEGIN
	SELECT RAISE(ABORT, 'deadline_change has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "deadline_change" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER matter_request_refuses_update BEFORE UPDATE ON "matter_request"
BEGIN
	SELECT RAISE(ABORT, 'matter_request is append-only');
END;

CREATE TRIGGER matter_request_refuses_delete BEFORE DELETE ON "matter_request"
BEGIN
	SELECT RAISE(ABORT, 'matter_request is append-only');
END;

CREATE TRIGGER matter_request_refuses_replace BEFORE INSERT ON "matter_request"
BEGIN
	SELECT RAISE(ABORT, 'matter_request has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "matter_request" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER request_decision_refuses_update BEFORE UPDATE ON "request_decision"
BEGIN
	SELECT RAISE(ABORT, 'request_decision is append-only');
END;

CREATE TRIGGER request_decision_refuses_delete BEFORE DELETE ON "request_decision"
BEGIN
	SELECT RAISE(ABORT, 'request_decision is append-only');
END;

CREATE TRIGGER request_decision_refuses_replace BEFORE INSERT ON "request_decision"
BEGIN
	SELECT RAISE(ABORT, 'request_decision has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "request_decision" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "request_id" = NEW."request_id")
	);
END;
