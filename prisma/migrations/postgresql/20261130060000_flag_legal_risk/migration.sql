-- 明示法律风险: the fourth conclusion, of decisions only (Decree 713 art. 25), with what is said of the risk. Counsel come to
-- no such conclusion, and a clearance of this kind rests on an opinion that says the risk.

INSERT INTO "conclusion_code" ("code") VALUES ('risk-flagged');

CREATE TABLE "opinion_risk" (
    "jurisdiction_id" TEXT NOT NULL,
    "opinion_id" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "risks" TEXT NOT NULL,
    "measures" TEXT NOT NULL,

    CONSTRAINT "opinion_risk_pkey" PRIMARY KEY ("jurisdiction_id", "opinion_id"),
    CONSTRAINT "opinion_risk_words" CHECK (ground <> '' AND risks <> '' AND measures <> '')
);

ALTER TABLE "opinion_risk" ADD CONSTRAINT "opinion_risk_opinion" FOREIGN KEY ("jurisdiction_id", "opinion_id") REFERENCES "opinion" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "opinion_risk_refuses_change" BEFORE UPDATE OR DELETE ON "opinion_risk" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "opinion_risk" ENABLE ALWAYS TRIGGER "opinion_risk_refuses_change";

CREATE TRIGGER "opinion_risk_refuses_truncate" BEFORE TRUNCATE ON "opinion_risk" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "opinion_risk" ENABLE ALWAYS TRIGGER "opinion_risk_refuses_truncate";


CREATE FUNCTION "refuse_risk_of_another_conclusion"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "opinion"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."opinion_id" AND "conclusion" = 'risk-flagged'
	) THEN
		RAISE EXCEPTION 'the opinion flags no risk' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "opinion_risk_of_a_flagged_one" BEFORE INSERT ON "opinion_risk" FOR EACH ROW EXECUTE FUNCTION "refuse_risk_of_another_conclusion"();
ALTER TABLE "opinion_risk" ENABLE ALWAYS TRIGGER "opinion_risk_of_a_flagged_one";

CREATE FUNCTION "refuse_risk_of_counsel"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."conclusion" = 'risk-flagged' THEN
		RAISE EXCEPTION 'counsel flag no risk' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "counsel_opinion_flags_no_risk" BEFORE INSERT ON "counsel_opinion" FOR EACH ROW EXECUTE FUNCTION "refuse_risk_of_counsel"();
ALTER TABLE "counsel_opinion" ENABLE ALWAYS TRIGGER "counsel_opinion_flags_no_risk";

CREATE FUNCTION "refuse_clearance_without_its_risk"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."kind" = 'risk-flagged' AND NOT EXISTS (
		SELECT 1 FROM "opinion_risk" AS r JOIN "opinion" AS o ON o."jurisdiction_id" = r."jurisdiction_id" AND o."id" = r."opinion_id"
		WHERE r."jurisdiction_id" = NEW."jurisdiction_id" AND r."opinion_id" = NEW."opinion_id" AND o."matter_id" = NEW."matter_id"
	) THEN
		RAISE EXCEPTION 'no opinion says the risk' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER "clearance_says_its_risk" BEFORE INSERT ON "clearance" FOR EACH ROW EXECUTE FUNCTION "refuse_clearance_without_its_risk"();
ALTER TABLE "clearance" ENABLE ALWAYS TRIGGER "clearance_says_its_risk";
