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
    "declared_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "interest_declaration_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "interest_declaration_words" CHECK (NOT has_interest OR (words IS NOT NULL AND words <> ''))
);

CREATE INDEX "interest_declaration_of_matter" ON "interest_declaration"("jurisdiction_id", "matter_id");

CREATE INDEX "interest_declaration_of_assignment" ON "interest_declaration"("jurisdiction_id", "assignment_id");

ALTER TABLE "interest_declaration" ADD CONSTRAINT "interest_declaration_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "interest_declaration" ADD CONSTRAINT "interest_declaration_assignment" FOREIGN KEY ("jurisdiction_id", "assignment_id") REFERENCES "assignment"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE FUNCTION "refuse_the_interested"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT 1 FROM "interest_declaration" d
		WHERE d.jurisdiction_id = NEW.jurisdiction_id AND d.matter_id = NEW.matter_id
			AND d.person_id = NEW.person_id AND d.has_interest
	) THEN
		RAISE EXCEPTION '% refuses counsel with an interest', TG_TABLE_NAME USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;

CREATE TRIGGER "assignment_refuses_the_interested" BEFORE INSERT ON "assignment" FOR EACH ROW WHEN (NEW.role = 'counsel') EXECUTE FUNCTION "refuse_the_interested"();
ALTER TABLE "assignment" ENABLE ALWAYS TRIGGER "assignment_refuses_the_interested";

CREATE TRIGGER "counsel_opinion_refuses_the_interested" BEFORE INSERT ON "counsel_opinion" FOR EACH ROW EXECUTE FUNCTION "refuse_the_interested"();
ALTER TABLE "counsel_opinion" ENABLE ALWAYS TRIGGER "counsel_opinion_refuses_the_interested";

CREATE TRIGGER "interest_declaration_refuses_change" BEFORE UPDATE OR DELETE ON "interest_declaration" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "interest_declaration" ENABLE ALWAYS TRIGGER "interest_declaration_refuses_change";

CREATE TRIGGER "interest_declaration_refuses_truncate" BEFORE TRUNCATE ON "interest_declaration" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "interest_declaration" ENABLE ALWAYS TRIGGER "interest_declaration_refuses_truncate";

