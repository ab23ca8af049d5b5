-- Two persons bring an old document in: also where foreign keys are switched off, nobody answers their own proposal.

CREATE TRIGGER document_import_decision_is_of_another_hand BEFORE INSERT ON "document_import_decision"
BEGIN
	SELECT RAISE(ABORT, 'nobody else has proposed this import')
	WHERE NOT EXISTS (
		SELECT 1 FROM "document_import"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."import_id"
			AND "proposed_by" = NEW."proposed_by" AND "proposed_by" <> NEW."decided_by"
	);
END;
