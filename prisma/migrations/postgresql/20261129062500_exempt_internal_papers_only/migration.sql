-- Nothing but a paper kept inside needs no review (国办发〔2018〕115号 (三)), and a normative document is never exempt.
CREATE FUNCTION "clearance_exempts_no_reviewed_track"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."kind" <> 'reviewed' AND EXISTS (
		SELECT 1 FROM "matter_track" "own"
		WHERE "own"."jurisdiction_id" = NEW."jurisdiction_id" AND "own"."matter_id" = NEW."matter_id"
			AND ("own"."track" = 'normative-document' OR NEW."kind" = 'out-of-scope' AND "own"."track" <> 'other-document')
	)
	THEN
		RAISE EXCEPTION 'this track is never exempt from review' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "clearance_exempts_no_reviewed_track" BEFORE INSERT ON "clearance" FOR EACH ROW EXECUTE FUNCTION "clearance_exempts_no_reviewed_track"();
ALTER TABLE "clearance" ENABLE ALWAYS TRIGGER "clearance_exempts_no_reviewed_track";

-- Nor does a matter take such a track while an exemption of it counts.
CREATE FUNCTION "matter_track_ends_no_review"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."track" <> 'other-document' AND EXISTS (
		SELECT 1 FROM "clearance_live" "live"
			JOIN "clearance" ON "clearance"."jurisdiction_id" = "live"."jurisdiction_id"
				AND "clearance"."id" = "live"."clearance_id"
		WHERE "live"."jurisdiction_id" = NEW."jurisdiction_id" AND "live"."matter_id" = NEW."matter_id"
			AND "clearance"."kind" = 'out-of-scope'
	)
	THEN
		RAISE EXCEPTION 'matter is exempt from review' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "matter_track_ends_no_review" BEFORE INSERT OR UPDATE ON "matter_track" FOR EACH ROW EXECUTE FUNCTION "matter_track_ends_no_review"();
ALTER TABLE "matter_track" ENABLE ALWAYS TRIGGER "matter_track_ends_no_review";
