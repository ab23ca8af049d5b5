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
    "released_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "counsel_release_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "counsel_release_reason" CHECK (reason <> '')
);

CREATE INDEX "counsel_release_of_matter" ON "counsel_release"("jurisdiction_id", "matter_id");

CREATE TRIGGER counsel_release_refuses_update BEFORE UPDATE ON "counsel_release"
BEGIN
	SELECT RAISE(ABORT, 'counsel_release is append-only');
END;

CREATE TRIGGER counsel_release_refuses_delete BEFORE DELETE ON "counsel_release"
BEGIN
	SELECT RAISE(ABORT, 'counsel_release is append-only');
END;

CREATE TRIGGER counsel_release_refuses_replace BEFORE INSERT ON "counsel_release"
BEGIN
	SELECT RAISE(ABORT, 'counsel_release has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "counsel_release" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;
