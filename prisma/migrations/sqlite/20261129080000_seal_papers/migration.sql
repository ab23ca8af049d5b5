-- What leaves a desk on paper is sealed by the act that makes it: its sentences with the rows that they come from, as
-- canonical JSON, with the hash that the trail holds. Nothing changes or removes it; later pages show it as it is here.

CREATE TABLE "sealed_paper" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organ_id" TEXT NOT NULL,
    "matter_id" TEXT,
    "meeting_id" TEXT,
    "about_id" TEXT NOT NULL,
    "number" TEXT,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "sealed_by" TEXT NOT NULL,
    "sealed_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "sealed_paper_subject" CHECK (matter_id IS NOT NULL OR meeting_id IS NOT NULL),
    CONSTRAINT "sealed_paper_organ" FOREIGN KEY ("jurisdiction_id", "organ_id") REFERENCES "organ" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "sealed_paper_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "sealed_paper_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE UNIQUE INDEX "sealed_paper_code" ON "sealed_paper"("code");
CREATE UNIQUE INDEX "sealed_paper_number" ON "sealed_paper"("jurisdiction_id", "number");
CREATE INDEX "sealed_paper_of_matter" ON "sealed_paper"("jurisdiction_id", "matter_id", "id");
CREATE INDEX "sealed_paper_of_meeting" ON "sealed_paper"("jurisdiction_id", "meeting_id", "id");
CREATE INDEX "sealed_paper_about" ON "sealed_paper"("jurisdiction_id", "about_id");

CREATE TRIGGER sealed_paper_refuses_update BEFORE UPDATE ON "sealed_paper"
BEGIN
	SELECT RAISE(ABORT, 'sealed_paper is append-only');
END;

CREATE TRIGGER sealed_paper_refuses_delete BEFORE DELETE ON "sealed_paper"
BEGIN
	SELECT RAISE(ABORT, 'sealed_paper is append-only');
END;

CREATE TRIGGER sealed_paper_refuses_replace BEFORE INSERT ON "sealed_paper"
BEGIN
	SELECT RAISE(ABORT, 'sealed_paper has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "sealed_paper" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "number" = NEW."number")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "code" = NEW."code")
	);
END;
