-- What the rules of the pre-check say of a reading is kept under the hash of the reading and the version of the rules, so that
-- no page makes it again. Other rules add rows and change none. The rows are append-only.

CREATE TABLE "text_precheck" (
    "jurisdiction_id" TEXT NOT NULL,
    "read_as_sha256" TEXT NOT NULL,
    "rules_version" TEXT NOT NULL,
    "hits" TEXT NOT NULL,
    "made_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "read_as_sha256", "rules_version")
);

CREATE TRIGGER text_precheck_refuses_update BEFORE UPDATE ON "text_precheck"
BEGIN
	SELECT RAISE(ABORT, 'text_precheck is append-only');
END;

CREATE TRIGGER text_precheck_refuses_delete BEFORE DELETE ON "text_precheck"
BEGIN
	SELECT RAISE(ABORT, 'text_precheck is append-only');
END;

CREATE TRIGGER text_precheck_refuses_replace BEFORE INSERT ON "text_precheck"
BEGIN
	SELECT RAISE(ABORT, 'text_precheck has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "text_precheck" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "read_as_sha256" = NEW."read_as_sha256" AND "rules_version" = NEW."rules_version")
	);
END;
