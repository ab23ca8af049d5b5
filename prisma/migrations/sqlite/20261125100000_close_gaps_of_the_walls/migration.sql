-- A matter keeps its case number once it has one, and takes nobody else's: UPDATE OR REPLACE would delete the matter that
-- has it, without firing a delete trigger.
CREATE TRIGGER matter_keeps_its_case_number BEFORE UPDATE ON "matter"
BEGIN
	SELECT RAISE(ABORT, 'matter keeps its case number')
	WHERE NEW."case_number" IS NOT OLD."case_number"
		AND (OLD."case_number" IS NOT NULL OR EXISTS (
			SELECT 1 FROM "matter" WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "case_number" = NEW."case_number"
		));
END;

-- The files of a version come with it: none joins a text that a matter has already taken up, or that was cleared.
CREATE TRIGGER version_file_comes_with_its_version BEFORE INSERT ON "version_file"
BEGIN
	SELECT RAISE(ABORT, 'version_file comes late')
	WHERE EXISTS (
		SELECT 1 FROM "draft_version" "version"
			JOIN "matter" ON "matter"."jurisdiction_id" = "version"."jurisdiction_id" AND "matter"."id" = "version"."matter_id"
			JOIN "draft_version" "current" ON "current"."jurisdiction_id" = "matter"."jurisdiction_id"
				AND "current"."id" = "matter"."current_version_id"
		WHERE "version"."jurisdiction_id" = NEW."jurisdiction_id" AND "version"."id" = NEW."version_id"
			AND "version"."version_no" <= "current"."version_no"
	);
END;

-- A record is closed of a meeting that was held.
CREATE TRIGGER meeting_is_held_before_it_is_closed BEFORE UPDATE ON "meeting"
BEGIN
	SELECT RAISE(ABORT, 'meeting was not held')
	WHERE NEW."state" = 'closed' AND OLD."state" NOT IN ('held', 'closed');
END;

-- What only a foreign key said: a listing is of its item, and a live row of its clearance.
CREATE TRIGGER agenda_listing_is_of_its_item BEFORE INSERT ON "agenda_listing"
BEGIN
	SELECT RAISE(ABORT, 'GATE: listing of another item')
	WHERE NOT EXISTS (
		SELECT 1 FROM "agenda_item"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."agenda_item_id"
			AND "meeting_id" = NEW."meeting_id" AND "matter_id" = NEW."matter_id"
	);
END;

CREATE TRIGGER clearance_live_is_of_its_clearance BEFORE INSERT ON "clearance_live"
BEGIN
	SELECT RAISE(ABORT, 'live row of another clearance')
	WHERE NOT EXISTS (
		SELECT 1 FROM "clearance"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."clearance_id"
			AND "matter_id" = NEW."matter_id" AND "version_id" = NEW."version_id"
			AND "content_sha256" = NEW."content_sha256"
	);
END;
