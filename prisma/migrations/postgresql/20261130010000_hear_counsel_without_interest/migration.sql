-- H3: on the tracks that ask for counsel no opinion is signed while all counsel who wrote in its round have declared an
-- interest, be it after they had written.

CREATE FUNCTION "refuse_interested_counsel"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT 1 FROM "matter_track" t
		WHERE t.jurisdiction_id = NEW.jurisdiction_id AND t.matter_id = NEW.matter_id
			AND t.track IN ('government-decision', 'department-decision', 'normative-document')
	) AND EXISTS (
		SELECT 1 FROM "counsel_opinion" c
		WHERE c.jurisdiction_id = NEW.jurisdiction_id AND c.matter_id = NEW.matter_id AND c.round = NEW.round
	) AND NOT EXISTS (
		SELECT 1 FROM "counsel_opinion" c
		WHERE c.jurisdiction_id = NEW.jurisdiction_id AND c.matter_id = NEW.matter_id AND c.round = NEW.round
			AND NOT EXISTS (
				SELECT 1 FROM "interest_declaration" d
				WHERE d.jurisdiction_id = c.jurisdiction_id AND d.matter_id = c.matter_id
					AND d.person_id = c.person_id AND d.has_interest
			)
	) THEN
		RAISE EXCEPTION 'no opinion on the word of counsel with an interest' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;

CREATE TRIGGER "opinion_refuses_interested_counsel" BEFORE INSERT ON "opinion" FOR EACH ROW EXECUTE FUNCTION "refuse_interested_counsel"();
ALTER TABLE "opinion" ENABLE ALWAYS TRIGGER "opinion_refuses_interested_counsel";
