-- Nothing but a paper kept inside needs no review (国办发〔2018〕115号 (三)), and a normative document is never exempt.
CREATE TRIGGER clearance_exempts_no_reviewed_track BEFORE INSERT ON "clearance"
WHEN NEW."kind" <> 'reviewed'
BEGIN
	SELECT RAISE(ABORT, 'this track is never exempt from review')
	WHERE EXISTS (
		SELECT 1 FROM "matter_track" "own"
		WHERE "own"."jurisdiction_id" = NEW."jurisdiction_id" AND "own"."matter_id" = NEW."matter_id"
			AND ("own"."track" = 'normative-document' OR NEW."kind" = 'out-of-scope' AND "own"."track" <> 'other-document')
	);
END;

-- Nor does a matter take such a track while an exemption of it counts.
CREATE TRIGGER matter_track_ends_no_review BEFORE INSERT ON "matter_track"
WHEN NEW."track" <> 'other-document'
BEGIN
	SELECT RAISE(ABORT, 'matter is exempt from review')
	WHERE EXISTS (
		SELECT 1 FROM "clearance_live" "live"
			JOIN "clearance" ON "clearance"."jurisdiction_id" = "live"."jurisdiction_id"
				AND "clearance"."id" = "live"."clearance_id"
		WHERE "live"."jurisdiction_id" = NEW."jurisdiction_id" AND "live"."matter_id" = NEW."matter_id"
			AND "clearance"."kind" = 'out-of-scope'
	);
END;
CREATE TRIGGER matter_track_changes_no_review BEFORE UPDATE ON "matter_track"
WHEN NEW."track" <> 'other-document'
BEGIN
	SELECT RAISE(ABORT, 'matter is exempt from review')
	WHERE EXISTS (
		SELECT 1 FROM "clearance_live" "live"
			JOIN "clearance" ON "clearance"."jurisdiction_id" = "live"."jurisdiction_id"
				AND "clearance"."id" = "live"."clearance_id"
		WHERE "live"."jurisdiction_id" = NEW."jurisdiction_id" AND "live"."matter_id" = NEW."matter_id"
			AND "clearance"."kind" = 'out-of-scope'
	);
END;
