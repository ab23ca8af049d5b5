-- 意见采纳情况表: what is said of each public comment, alone or together with like ones. It closes with none unanswered.

CREATE TABLE "adoption_entry" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "gist" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "judged_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "judged_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "adoption_entry_consultation" FOREIGN KEY ("jurisdiction_id", "consultation_id") REFERENCES "consultation" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "adoption_entry_answer" CHECK (answer IN ('adopted', 'partly', 'not-adopted')),
    CONSTRAINT "adoption_entry_words" CHECK (gist <> '' AND reason <> '')
);

CREATE TABLE "adoption_comment" (
    "jurisdiction_id" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "comment_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "entry_id", "comment_id"),
    CONSTRAINT "adoption_comment_entry" FOREIGN KEY ("jurisdiction_id", "entry_id") REFERENCES "adoption_entry" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "adoption_comment_comment" FOREIGN KEY ("jurisdiction_id", "comment_id") REFERENCES "public_comment" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE INDEX "adoption_entry_of_consultation" ON "adoption_entry"("jurisdiction_id", "consultation_id");
CREATE INDEX "adoption_entry_of_matter" ON "adoption_entry"("jurisdiction_id", "matter_id");
CREATE INDEX "adoption_comment_of_comment" ON "adoption_comment"("jurisdiction_id", "comment_id");
CREATE INDEX "adoption_comment_of_matter" ON "adoption_comment"("jurisdiction_id", "matter_id");

CREATE TRIGGER adoption_entry_while_open BEFORE INSERT ON "adoption_entry"
BEGIN
	SELECT RAISE(ABORT, 'the consultation has ended')
	WHERE EXISTS (
		SELECT 1 FROM "consultation_end"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "consultation_id" = NEW."consultation_id"
	);
END;

CREATE TRIGGER adoption_comment_of_its_consultation BEFORE INSERT ON "adoption_comment"
BEGIN
	SELECT RAISE(ABORT, 'the comment is of another consultation')
	WHERE NOT EXISTS (
		SELECT 1 FROM "adoption_entry" AS e
		JOIN "public_comment" AS c ON c."jurisdiction_id" = e."jurisdiction_id" AND c."consultation_id" = e."consultation_id"
		WHERE e."jurisdiction_id" = NEW."jurisdiction_id" AND e."id" = NEW."entry_id" AND e."matter_id" = NEW."matter_id"
			AND c."id" = NEW."comment_id"
	);
END;

CREATE TRIGGER consultation_end_all_answered BEFORE INSERT ON "consultation_end"
WHEN NEW."cause" = 'settled'
BEGIN
	SELECT RAISE(ABORT, 'a comment is unanswered')
	WHERE EXISTS (
		SELECT 1 FROM "public_comment" AS c
		WHERE c."jurisdiction_id" = NEW."jurisdiction_id" AND c."consultation_id" = NEW."consultation_id"
			AND NOT EXISTS (
				SELECT 1 FROM "adoption_comment" AS a
				WHERE a."jurisdiction_id" = c."jurisdiction_id" AND a."comment_id" = c."id"
			)
	);
END;

CREATE TRIGGER adoption_entry_refuses_update BEFORE UPDATE ON "adoption_entry"
BEGIN
	SELECT RAISE(ABORT, 'adoption_entry is append-only');
END;

CREATE TRIGGER adoption_entry_refuses_delete BEFORE DELETE ON "adoption_entry"
BEGIN
	SELECT RAISE(ABORT, 'adoption_entry is append-only');
END;

CREATE TRIGGER adoption_entry_refuses_replace BEFORE INSERT ON "adoption_entry"
BEGIN
	SELECT RAISE(ABORT, 'adoption_entry has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "adoption_entry" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;


CREATE TRIGGER adoption_comment_refuses_update BEFORE UPDATE ON "adoption_comment"
BEGIN
	SELECT RAISE(ABORT, 'adoption_comment is append-only');
END;

CREATE TRIGGER adoption_comment_refuses_delete BEFORE DELETE ON "adoption_comment"
BEGIN
	SELECT RAISE(ABORT, 'adoption_comment is append-only');
END;

CREATE TRIGGER adoption_comment_refuses_replace BEFORE INSERT ON "adoption_comment"
BEGIN
	SELECT RAISE(ABORT, 'adoption_comment has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "adoption_comment" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "entry_id" = NEW."entry_id" AND "comment_id" = NEW."comment_id")
	);
END;

