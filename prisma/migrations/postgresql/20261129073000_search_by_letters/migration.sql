-- The search of matters, documents and meetings by their letters. Triggers note what has to be read anew, whoever
-- writes the rows; a job empties the list. The index is made of other rows only and may be thrown away at any time.

CREATE TABLE "search_due" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref_id" TEXT NOT NULL,

    CONSTRAINT "search_due_pkey" PRIMARY KEY ("jurisdiction_id", "id")
);

CREATE TABLE "search_part" (
    "jurisdiction_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref_id" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "search_part_pkey" PRIMARY KEY ("jurisdiction_id", "kind", "ref_id", "part")
);

CREATE UNIQUE INDEX "search_part_number" ON "search_part"("number");

-- Grams only, no text: what is shown of a hit is read from the rows themselves.
CREATE TABLE "search_grams" (
    "number" INTEGER NOT NULL,
    "grams" TSVECTOR NOT NULL,

    CONSTRAINT "search_grams_pkey" PRIMARY KEY ("number")
);

CREATE INDEX "search_grams_by_gram" ON "search_grams" USING GIN ("grams");

CREATE FUNCTION "search_anew"() RETURNS trigger AS $$
BEGIN
	INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id")
	VALUES (NEW."jurisdiction_id", gen_random_uuid()::text, TG_ARGV[0], to_jsonb(NEW) ->> TG_ARGV[1]);
	RETURN NULL;
END
$$ LANGUAGE plpgsql;

CREATE TRIGGER "matter_search_new" AFTER INSERT ON "matter" FOR EACH ROW EXECUTE FUNCTION "search_anew"('matter', 'id');
CREATE TRIGGER "matter_search_changed" AFTER UPDATE OF "title", "case_number", "current_version_id" ON "matter" FOR EACH ROW EXECUTE FUNCTION "search_anew"('matter', 'id');
CREATE TRIGGER "opinion_search_new" AFTER INSERT ON "opinion" FOR EACH ROW EXECUTE FUNCTION "search_anew"('matter', 'matter_id');
CREATE FUNCTION "search_opinion_anew"() RETURNS trigger AS $$
BEGIN
	INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id")
	SELECT "jurisdiction_id", gen_random_uuid()::text, 'matter', "matter_id" FROM "opinion"
	WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."opinion_id";
	RETURN NULL;
END
$$ LANGUAGE plpgsql;

CREATE TRIGGER "opinion_revocation_search_new" AFTER INSERT ON "opinion_revocation" FOR EACH ROW EXECUTE FUNCTION "search_opinion_anew"();
CREATE TRIGGER "published_document_search_new" AFTER INSERT ON "published_document" FOR EACH ROW EXECUTE FUNCTION "search_anew"('document', 'id');
CREATE TRIGGER "meeting_search_new" AFTER INSERT ON "meeting" FOR EACH ROW EXECUTE FUNCTION "search_anew"('meeting', 'id');
CREATE TRIGGER "meeting_search_changed" AFTER UPDATE OF "title", "place" ON "meeting" FOR EACH ROW EXECUTE FUNCTION "search_anew"('meeting', 'id');

-- Also where a session says that it replays what another server has done: no write goes unnoticed.
ALTER TABLE "matter" ENABLE ALWAYS TRIGGER "matter_search_new";
ALTER TABLE "matter" ENABLE ALWAYS TRIGGER "matter_search_changed";
ALTER TABLE "opinion" ENABLE ALWAYS TRIGGER "opinion_search_new";
ALTER TABLE "opinion_revocation" ENABLE ALWAYS TRIGGER "opinion_revocation_search_new";
ALTER TABLE "published_document" ENABLE ALWAYS TRIGGER "published_document_search_new";
ALTER TABLE "meeting" ENABLE ALWAYS TRIGGER "meeting_search_new";
ALTER TABLE "meeting" ENABLE ALWAYS TRIGGER "meeting_search_changed";

-- What is there already.
INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id") SELECT "jurisdiction_id", gen_random_uuid()::text, 'matter', "id" FROM "matter";
INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id") SELECT "jurisdiction_id", gen_random_uuid()::text, 'document', "id" FROM "published_document";
INSERT INTO "search_due" ("jurisdiction_id", "id", "kind", "ref_id") SELECT "jurisdiction_id", gen_random_uuid()::text, 'meeting', "id" FROM "meeting";
