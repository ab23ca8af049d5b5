-- 公开征求意见: opened on one version as it was read, one at a time of a matter, never changed; it ends once.

CREATE TABLE "consultation" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT NOT NULL,
    "shorter_reason" TEXT,
    "introduction" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "opened_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "opened_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "consultation_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "consultation_version" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version" ("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "consultation_reading" FOREIGN KEY ("jurisdiction_id", "version_id") REFERENCES "reading_confirmation" ("jurisdiction_id", "version_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "consultation_days" CHECK (length(from_day) = 10 AND length(to_day) = 10 AND from_day < to_day),
    CONSTRAINT "consultation_words" CHECK (introduction <> '' AND (shorter_reason IS NULL OR shorter_reason <> '')),
    CONSTRAINT "consultation_unguessable" CHECK (length(code) >= 22)
);

CREATE TABLE "consultation_end" (
    "jurisdiction_id" TEXT NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "words" TEXT,
    "counts" TEXT,
    "material_id" TEXT,
    "ended_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "ended_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "consultation_id"),
    CONSTRAINT "consultation_end_consultation" FOREIGN KEY ("jurisdiction_id", "consultation_id") REFERENCES "consultation" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "consultation_end_cause" CHECK ((cause = 'cancelled' AND words <> '' AND material_id IS NULL AND counts IS NULL) OR (cause = 'settled' AND material_id IS NOT NULL AND counts IS NOT NULL))
);

CREATE INDEX "consultation_of_matter" ON "consultation"("jurisdiction_id", "matter_id");
CREATE UNIQUE INDEX "consultation_code_key" ON "consultation"("code");
CREATE INDEX "consultation_end_of_matter" ON "consultation_end"("jurisdiction_id", "matter_id");

CREATE TRIGGER consultation_one_at_a_time BEFORE INSERT ON "consultation"
BEGIN
	SELECT RAISE(ABORT, 'the matter has an open consultation')
	WHERE EXISTS (
		SELECT 1 FROM "consultation" AS c
		WHERE c."jurisdiction_id" = NEW."jurisdiction_id" AND c."matter_id" = NEW."matter_id"
			AND NOT EXISTS (
				SELECT 1 FROM "consultation_end" AS e
				WHERE e."jurisdiction_id" = c."jurisdiction_id" AND e."consultation_id" = c."id"
			)
	);
END;

CREATE TRIGGER consultation_refuses_update BEFORE UPDATE ON "consultation"
BEGIN
	SELECT RAISE(ABORT, 'consultation is append-only');
END;

CREATE TRIGGER consultation_refuses_delete BEFORE DELETE ON "consultation"
BEGIN
	SELECT RAISE(ABORT, 'consultation is append-only');
END;

CREATE TRIGGER consultation_refuses_replace BEFORE INSERT ON "consultation"
BEGIN
	SELECT RAISE(ABORT, 'consultation has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "consultation" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "code" = NEW."code")
	);
END;

CREATE TRIGGER consultation_end_refuses_update BEFORE UPDATE ON "consultation_end"
BEGIN
	SELECT RAISE(ABORT, 'consultation_end is append-only');
END;

CREATE TRIGGER consultation_end_refuses_delete BEFORE DELETE ON "consultation_end"
BEGIN
	SELECT RAISE(ABORT, 'consultation_end is append-only');
END;

CREATE TRIGGER consultation_end_refuses_replace BEFORE INSERT ON "consultation_end"
BEGIN
	SELECT RAISE(ABORT, 'consultation_end has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "consultation_end" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "consultation_id" = NEW."consultation_id")
	);
END;
