-- An act that a substitute did on neither a matter nor a meeting: a document of the library, the administration.

CREATE TABLE "delegated_act_elsewhere" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "delegation_id" TEXT NOT NULL,
    "delegator_id" TEXT NOT NULL,
    "substitute_id" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "acted_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "delegated_act_elsewhere_delegation" FOREIGN KEY ("jurisdiction_id", "delegation_id", "delegator_id", "substitute_id") REFERENCES "delegation" ("jurisdiction_id", "id", "delegator_id", "substitute_id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE INDEX "delegated_act_elsewhere_of_stream" ON "delegated_act_elsewhere"("jurisdiction_id", "stream");

CREATE TRIGGER delegated_act_elsewhere_refuses_update BEFORE UPDATE ON "delegated_act_elsewhere"
BEGIN
	SELECT RAISE(ABORT, 'delegated_act_elsewhere is append-only');
END;

CREATE TRIGGER delegated_act_elsewhere_refuses_delete BEFORE DELETE ON "delegated_act_elsewhere"
BEGIN
	SELECT RAISE(ABORT, 'delegated_act_elsewhere is append-only');
END;

CREATE TRIGGER delegated_act_elsewhere_refuses_replace BEFORE INSERT ON "delegated_act_elsewhere"
BEGIN
	SELECT RAISE(ABORT, 'delegated_act_elsewhere has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "delegated_act_elsewhere" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;
