-- The register of published normative documents. A document and what became of it are append-only; the live row exists
-- exactly while the registration is not withdrawn, so that a number stands for one document and a matter for one. The
-- database keeps the live rows itself: whoever writes a document by hand takes its number too.

CREATE TABLE "published_document" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "published_on" TEXT NOT NULL,
    "effective_on" TEXT NOT NULL,
    "valid_until" TEXT,
    "published_in" TEXT,
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT,
    "file_size" INTEGER,
    "file_sha256" TEXT,
    "media_type" TEXT,
    "matter_id" TEXT,
    "clearance_id" TEXT,
    "version_id" TEXT,
    "content_sha256" TEXT,
    "registered_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "registered_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "published_document_clearance" FOREIGN KEY ("jurisdiction_id", "clearance_id", "matter_id", "version_id", "content_sha256") REFERENCES "clearance" ("jurisdiction_id", "id", "matter_id", "version_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "published_document_version" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version" ("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "published_document_words" CHECK (title <> '' AND document_number <> '' AND issuer <> '' AND text <> '' AND length(text_sha256) = 64),
    CONSTRAINT "published_document_dates" CHECK (effective_on >= published_on AND (valid_until IS NULL OR valid_until >= effective_on)),
    CONSTRAINT "published_document_source" CHECK (
        (source IN ('file', 'pasted') AND file_name IS NOT NULL AND file_size IS NOT NULL AND file_sha256 IS NOT NULL AND media_type IS NOT NULL
            AND matter_id IS NULL AND clearance_id IS NULL AND version_id IS NULL AND content_sha256 IS NULL)
        OR (source = 'decided' AND file_name IS NULL AND file_size IS NULL AND file_sha256 IS NULL AND media_type IS NULL
            AND matter_id IS NOT NULL AND clearance_id IS NOT NULL AND version_id IS NOT NULL AND content_sha256 IS NOT NULL)
    )
);

CREATE TABLE "published_document_live" (
    "jurisdiction_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "matter_id" TEXT,

    PRIMARY KEY ("jurisdiction_id", "document_id"),
    CONSTRAINT "published_document_live_document" FOREIGN KEY ("jurisdiction_id", "document_id", "document_number") REFERENCES "published_document" ("jurisdiction_id", "id", "document_number") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "document_end" (
    "jurisdiction_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "repealed_on" TEXT,
    "words" TEXT NOT NULL,
    "ended_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "ended_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "document_id"),
    CONSTRAINT "document_end_document" FOREIGN KEY ("jurisdiction_id", "document_id") REFERENCES "published_document" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "document_end_kind" CHECK (words <> '' AND ((kind = 'repealed' AND repealed_on IS NOT NULL) OR (kind = 'withdrawn' AND repealed_on IS NULL)))
);

CREATE UNIQUE INDEX "published_document_jurisdiction_id_id_document_number_key" ON "published_document"("jurisdiction_id", "id", "document_number");
CREATE INDEX "published_document_by_day" ON "published_document"("jurisdiction_id", "published_on", "id");
CREATE INDEX "published_document_of_clearance" ON "published_document"("jurisdiction_id", "clearance_id");
CREATE INDEX "published_document_of_version" ON "published_document"("jurisdiction_id", "version_id");
CREATE UNIQUE INDEX "published_document_live_document_number" ON "published_document_live"("jurisdiction_id", "document_id", "document_number");
CREATE UNIQUE INDEX "published_document_live_number" ON "published_document_live"("jurisdiction_id", "document_number");
CREATE UNIQUE INDEX "published_document_live_matter" ON "published_document_live"("jurisdiction_id", "matter_id");

CREATE TRIGGER published_document_refuses_update BEFORE UPDATE ON "published_document"
BEGIN
	SELECT RAISE(ABORT, 'published_document is append-only');
END;

CREATE TRIGGER published_document_refuses_delete BEFORE DELETE ON "published_document"
BEGIN
	SELECT RAISE(ABORT, 'published_document is append-only');
END;

CREATE TRIGGER published_document_refuses_replace BEFORE INSERT ON "published_document"
BEGIN
	SELECT RAISE(ABORT, 'published_document has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "published_document" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

-- A meeting's text is registered only as it was passed.
CREATE TRIGGER published_document_was_passed BEFORE INSERT ON "published_document"
BEGIN
	SELECT RAISE(ABORT, 'no meeting has passed this text')
	WHERE NEW."clearance_id" IS NOT NULL AND NOT EXISTS (
		SELECT 1 FROM "agenda_outcome" "outcome"
			JOIN "draft_version" "version" ON "version"."jurisdiction_id" = "outcome"."jurisdiction_id"
				AND "version"."id" = NEW."version_id" AND "version"."matter_id" = NEW."matter_id"
				AND "version"."content_sha256" = NEW."content_sha256" AND "version"."text" = NEW."text"
			JOIN "clearance" ON "clearance"."jurisdiction_id" = "outcome"."jurisdiction_id"
				AND "clearance"."id" = "outcome"."clearance_id" AND "clearance"."matter_id" = "version"."matter_id"
				AND "clearance"."version_id" = "version"."id"
				AND "clearance"."content_sha256" = "version"."content_sha256"
		WHERE "outcome"."jurisdiction_id" = NEW."jurisdiction_id" AND "outcome"."clearance_id" = NEW."clearance_id"
			AND "outcome"."matter_id" = NEW."matter_id" AND "outcome"."outcome" = 'passed'
	);
END;

CREATE TRIGGER published_document_takes_its_number AFTER INSERT ON "published_document"
BEGIN
	INSERT INTO "published_document_live" ("jurisdiction_id", "document_id", "document_number", "matter_id")
	VALUES (NEW."jurisdiction_id", NEW."id", NEW."document_number", NEW."matter_id");
END;

CREATE TRIGGER published_document_live_is_of_its_document BEFORE INSERT ON "published_document_live"
BEGIN
	SELECT RAISE(ABORT, 'published_document_live is of no registered document')
	WHERE NOT EXISTS (
		SELECT 1 FROM "published_document"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."document_id"
			AND "document_number" = NEW."document_number" AND "matter_id" IS NEW."matter_id"
	) OR EXISTS (
		SELECT 1 FROM "document_end"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "document_id" = NEW."document_id" AND "kind" = 'withdrawn'
	);
END;

CREATE TRIGGER published_document_live_refuses_replace BEFORE INSERT ON "published_document_live"
BEGIN
	SELECT RAISE(ABORT, 'published_document_live has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "published_document_live" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "document_id" = NEW."document_id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "document_number" = NEW."document_number")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "matter_id" = NEW."matter_id")
	);
END;

CREATE TRIGGER published_document_live_refuses_update BEFORE UPDATE ON "published_document_live"
BEGIN
	SELECT RAISE(ABORT, 'published_document_live never changes');
END;

CREATE TRIGGER published_document_live_stands_until_withdrawn BEFORE DELETE ON "published_document_live"
BEGIN
	SELECT RAISE(ABORT, 'the registration is not withdrawn')
	WHERE NOT EXISTS (
		SELECT 1 FROM "document_end"
		WHERE "jurisdiction_id" = OLD."jurisdiction_id" AND "document_id" = OLD."document_id" AND "kind" = 'withdrawn'
	);
END;

CREATE TRIGGER document_end_refuses_update BEFORE UPDATE ON "document_end"
BEGIN
	SELECT RAISE(ABORT, 'document_end is append-only');
END;

CREATE TRIGGER document_end_refuses_delete BEFORE DELETE ON "document_end"
BEGIN
	SELECT RAISE(ABORT, 'document_end is append-only');
END;

CREATE TRIGGER document_end_refuses_replace BEFORE INSERT ON "document_end"
BEGIN
	SELECT RAISE(ABORT, 'document_end has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "document_end" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "document_id" = NEW."document_id")
	);
END;

CREATE TRIGGER document_end_frees_the_number AFTER INSERT ON "document_end" WHEN NEW."kind" = 'withdrawn'
BEGIN
	DELETE FROM "published_document_live"
	WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "document_id" = NEW."document_id";
END;
