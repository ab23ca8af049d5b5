-- Counsel say whether they have an interest (利害关系) before they see the papers. Who has one sees none, is not assigned again
-- and signs nothing; what was said is never changed or taken away.

CREATE TABLE "interest_declaration" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "assignment_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "has_interest" BOOLEAN NOT NULL,
    "words" TEXT,
    "post_id" TEXT NOT NULL,
    "declared_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "interest_declaration_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "interest_declaration_assignment" FOREIGN KEY ("jurisdiction_id", "assignment_id") REFERENCES "assignment" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "interest_declaration_words" CHECK (NOT has_interest OR (words IS NOT NULL AND words <> ''))
);

CREATE INDEX "interest_declaration_of_matter" ON "interest_declaration"("jurisdiction_id", "matter_id");

CREATE INDEX "interest_declaration_of_assignment" ON "interest_declaration"("jurisdiction_id", "assignment_id");

CREATE TRIGGER assignment_refuses_the_interested BEFORE INSERT ON "assignment"
WHEN NEW.role = 'counsel' AND EXISTS (
	SELECT 1 FROM "interest_declaration" d
	WHERE d.jurisdiction_id = NEW.jurisdiction_id AND d.matter_id = NEW.matter_id
		AND d.person_id = NEW.person_id AND d.has_interest
)
BEGIN
	SELECT RAISE(ABORT, 'counsel with an interest is not assigned again');
END;

CREATE TRIGGER counsel_opinion_refuses_the_interested BEFORE INSERT ON "counsel_opinion"
WHEN EXISTS (
	SELECT 1 FROM "interest_declaration" d
	WHERE d.jurisdiction_id = NEW.jurisdiction_id AND d.matter_id = NEW.matter_id
		AND d.person_id = NEW.person_id AND d.has_interest
)
BEGIN
	SELECT RAISE(ABORT, 'counsel with an interest signs no opinion');
END;

CREATE TRIGGER interest_declaration_refuses_update BEFORE UPDATE ON "interest_declaration"
BEGIN
	SELECT RAISE(ABORT, 'interest_declaration is append-only');
END;

CREATE TRIGGER interest_declaration_refuses_delete BEFORE DELETE ON "interest_declaration"
BEGIN
	SELECT RAISE(ABORT, 'interest_declaration is append-only');
END;

CREATE TRIGGER interest_declaration_refuses_replace BEFORE INSERT ON "interest_declaration"
BEGIN
	SELECT RAISE(ABORT, 'interest_declaration has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "interest_declaration" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

