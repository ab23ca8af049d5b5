-- The search of matters, documents and meetings by their letters. Triggers note what has to be read anew, whoever
-- writes the rows; a job empties the list. The index is made of other rows only and may be thrown away at any time.

CREATE TABLE "search_due" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref_id" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id")
);

CREATE TABLE "search_part" (
    "jurisdiction_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref_id" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "kind", "ref_id", "part")
);

CREATE UNIQUE INDEX "search_part_number" ON "search_part"("number");

-- Grams only, no text: what is shown of a hit is read from the rows themselves.
CREATE VIRTUAL TABLE "search_grams" USING fts5("grams", content='', contentless_delete=1, tokenize='ascii');

CREATE TRIGGER "matter_search_new" AFTER INSERT ON "matter"
BEGIN
	INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id")
	VALUES (NEW."jurisdiction_id", lower(hex(randomblob(16))), 'matter', NEW."id");
END;

CREATE TRIGGER "matter_search_changed" AFTER UPDATE OF "title", "case_number", "current_version_id" ON "matter"
BEGIN
	INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id")
	VALUES (NEW."jurisdiction_id", lower(hex(randomblob(16))), 'matter', NEW."id");
END;

CREATE TRIGGER "opinion_search_new" AFTER INSERT ON "opinion"
BEGIN
	INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id")
	VALUES (NEW."jurisdiction_id", lower(hex(randomblob(16))), 'matter', NEW."matter_id");
END;

CREATE TRIGGER "opinion_revocation_search_new" AFTER INSERT ON "opinion_revocation"
BEGIN
	INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id")
	SELECT "jurisdiction_id", lower(hex(randomblob(16))), 'matter', "matter_id" FROM "opinion"
	WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."opinion_id";
END;

CREATE TRIGGER "published_document_search_new" AFTER INSERT ON "published_document"
BEGIN
	INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id")
	VALUES (NEW."jurisdiction_id", lower(hex(randomblob(16))), 'document', NEW."id");
END;

CREATE TRIGGER "meeting_search_new" AFTER INSERT ON "meeting"
BEGIN
	INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id")
	VALUES (NEW."jurisdiction_id", lower(hex(randomblob(16))), 'meeting', NEW."id");
END;

CREATE TRIGGER "meeting_search_changed" AFTER UPDATE OF "title", "place" ON "meeting"
BEGIN
	INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id")
	VALUES (NEW."jurisdiction_id", lower(hex(randomblob(16))), 'meeting', NEW."id");
END;

-- What is there already.
INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id") SELECT "jurisdiction_id", lower(hex(randomblob(16))), 'matter', "id" FROM "matter";
INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id") SELECT "jurisdiction_id", lower(hex(randomblob(16))), 'document', "id" FROM "published_document";
INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id") SELECT "jurisdiction_id", lower(hex(randomblob(16))), 'meeting', "id" FROM "meeting";
