-- 明示法律风险: the fourth conclusion, of decisions only (Decree 713 art. 25), with what is said of the risk. Counsel come to
-- no such conclusion, and a clearance of this kind rests on an opinion that says the risk.

INSERT INTO "conclusion_code" ("code") VALUES ('risk-flagged');

CREATE TABLE "opinion_risk" (
    "jurisdiction_id" TEXT NOT NULL,
    "opinion_id" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "risks" TEXT NOT NULL,
    "measures" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "opinion_id"),
    CONSTRAINT "opinion_risk_opinion" FOREIGN KEY ("jurisdiction_id", "opinion_id") REFERENCES "opinion" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "opinion_risk_words" CHECK (ground <> '' AND risks <> '' AND measures <> '')
);

CREATE TRIGGER opinion_risk_refuses_update BEFORE UPDATE ON "opinion_risk"
BEGIN
	SELECT RAISE(ABORT, 'opinion_risk is append-only');
END;

CREATE TRIGGER opinion_risk_refuses_delete BEFORE DELETE ON "opinion_risk"
BEGIN
	SELECT RAISE(ABORT, 'opinion_risk is append-only');
END;

CREATE TRIGGER opinion_risk_refuses_replace BEFORE INSERT ON "opinion_risk"
BEGIN
	SELECT RAISE(ABORT, 'opinion_risk has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "opinion_risk" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "opinion_id" = NEW."opinion_id")
	);
END;


CREATE TRIGGER opinion_risk_of_a_flagged_one BEFORE INSERT ON "opinion_risk"
BEGIN
	SELECT RAISE(ABORT, 'the opinion flags no risk')
	WHERE NOT EXISTS (
		SELECT 1 FROM "opinion"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."opinion_id" AND "conclusion" = 'risk-flagged'
	);
END;

CREATE TRIGGER counsel_opinion_flags_no_risk BEFORE INSERT ON "counsel_opinion"
WHEN NEW."conclusion" = 'risk-flagged'
BEGIN
	SELECT RAISE(ABORT, 'counsel flag no risk');
END;

CREATE TRIGGER clearance_says_its_risk BEFORE INSERT ON "clearance"
WHEN NEW."kind" = 'risk-flagged'
BEGIN
	SELECT RAISE(ABORT, 'no opinion says the risk')
	WHERE NOT EXISTS (
		SELECT 1 FROM "opinion_risk" AS r JOIN "opinion" AS o ON o."jurisdiction_id" = r."jurisdiction_id" AND o."id" = r."opinion_id"
		WHERE r."jurisdiction_id" = NEW."jurisdiction_id" AND r."opinion_id" = NEW."opinion_id" AND o."matter_id" = NEW."matter_id"
	);
END;
