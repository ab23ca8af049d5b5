-- Two persons bring an old document in: also where foreign keys are switched off, nobody answers their own proposal.

CREATE FUNCTION "document_import_decision_is_of_another_hand"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "document_import"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."import_id"
			AND "proposed_by" = NEW."proposed_by" AND "proposed_by" <> NEW."decided_by"
	)
	THEN
		RAISE EXCEPTION 'nobody else has proposed this import' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "document_import_decision_is_of_another_hand" BEFORE INSERT ON "document_import_decision" FOR EACH ROW EXECUTE FUNCTION "document_import_decision_is_of_another_hand"();
ALTER TABLE "document_import_decision" ENABLE ALWAYS TRIGGER "document_import_decision_is_of_another_hand";
