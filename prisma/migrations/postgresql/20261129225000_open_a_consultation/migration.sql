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
    "opened_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
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
    "ended_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "consultation_end_pkey" PRIMARY KEY ("jurisdiction_id", "consultation_id"),
    CONSTRAINT "consultation_end_cause" CHECK ((cause = 'cancelled' AND words <> '' AND material_id IS NULL AND counts IS NULL) OR (cause = 'settled' AND material_id IS NOT NULL AND counts IS NOT NULL))
);

CREATE INDEX "consultation_of_matter" ON "consultation"("jurisdiction_id", "matter_id");
CREATE UNIQUE INDEX "consultation_code_key" ON "consultation"("code");
CREATE INDEX "consultation_end_of_matter" ON "consultation_end"("jurisdiction_id", "matter_id");

ALTER TABLE "consultation" ADD CONSTRAINT "consultation_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_version" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version"("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_reading" FOREIGN KEY ("jurisdiction_id", "version_id") REFERENCES "reading_confirmation"("jurisdiction_id", "version_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "consultation_end" ADD CONSTRAINT "consultation_end_consultation" FOREIGN KEY ("jurisdiction_id", "consultation_id") REFERENCES "consultation"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE FUNCTION "consultation_one_at_a_time"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT 1 FROM "consultation" AS c
		WHERE c."jurisdiction_id" = NEW."jurisdiction_id" AND c."matter_id" = NEW."matter_id"
			AND NOT EXISTS (
				SELECT 1 FROM "consultation_end" AS e
				WHERE e."jurisdiction_id" = c."jurisdiction_id" AND e."consultation_id" = c."id"
			)
	)
	THEN
		RAISE EXCEPTION 'the matter has an open consultation' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "consultation_one_at_a_time" BEFORE INSERT ON "consultation" FOR EACH ROW EXECUTE FUNCTION "consultation_one_at_a_time"();
ALTER TABLE "consultation" ENABLE ALWAYS TRIGGER "consultation_one_at_a_time";

CREATE TRIGGER "consultation_refuses_change" BEFORE UPDATE OR DELETE ON "consultation" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "consultation" ENABLE ALWAYS TRIGGER "consultation_refuses_change";

CREATE TRIGGER "consultation_refuses_truncate" BEFORE TRUNCATE ON "consultation" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "consultation" ENABLE ALWAYS TRIGGER "consultation_refuses_truncate";

CREATE TRIGGER "consultation_end_refuses_change" BEFORE UPDATE OR DELETE ON "consultation_end" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "consultation_end" ENABLE ALWAYS TRIGGER "consultation_end_refuses_change";

CREATE TRIGGER "consultation_end_refuses_truncate" BEFORE TRUNCATE ON "consultation_end" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "consultation_end" ENABLE ALWAYS TRIGGER "consultation_end_refuses_truncate";
