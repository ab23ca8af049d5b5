-- Invisible characters keep a text from being submitted until they are removed, or until the review body's intake lets
-- them stand, by name and for exactly this text. Both the request and its answer are append-only. Versions that were
-- uploaded before carry the mark that they may not be submitted; uploading them again names their characters.

ALTER TABLE "draft_version" ADD COLUMN "invisible_characters" TEXT NOT NULL DEFAULT '[]';

CREATE TABLE "waiver_request" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "characters" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "requested_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "waiver_request_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "waiver_request_version" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version" ("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "waiver_request_words" CHECK (characters <> '[]' AND reason <> '')
);

CREATE TABLE "waiver_decision" (
    "jurisdiction_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "decided_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "request_id"),
    CONSTRAINT "waiver_decision_request" FOREIGN KEY ("jurisdiction_id", "request_id") REFERENCES "waiver_request" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "waiver_decision_kind" CHECK (decision IN ('granted', 'declined') AND reason <> '')
);

CREATE INDEX "waiver_request_of_matter" ON "waiver_request"("jurisdiction_id", "matter_id");

CREATE TRIGGER waiver_request_refuses_update BEFORE UPDATE ON "waiver_request"
BEGIN
	SELECT RAISE(ABORT, 'waiver_request is append-only');
END;

CREATE TRIGGER waiver_request_refuses_delete BEFORE DELETE ON "waiver_request"
BEGIN
	SELECT RAISE(ABORT, 'waiver_request is append-only');
END;

CREATE TRIGGER waiver_request_refuses_replace BEFORE INSERT ON "waiver_request"
BEGIN
	SELECT RAISE(ABORT, 'waiver_request has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "waiver_request" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER waiver_decision_refuses_update BEFORE UPDATE ON "waiver_decision"
BEGIN
	SELECT RAISE(ABORT, 'waiver_decision is append-only');
END;

CREATE TRIGGER waiver_decision_refuses_delete BEFORE DELETE ON "waiver_decision"
BEGIN
	SELECT RAISE(ABORT, 'waiver_decision is append-only');
END;

CREATE TRIGGER waiver_decision_refuses_replace BEFORE INSERT ON "waiver_decision"
BEGIN
	SELECT RAISE(ABORT, 'waiver_decision has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "waiver_decision" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "request_id" = NEW."request_id")
	);
END;
