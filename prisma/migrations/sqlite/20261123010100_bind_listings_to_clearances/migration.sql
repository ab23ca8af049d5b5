-- The second wall behind the foreign keys: they hold even where foreign keys are switched off (the sqlite3 shell's
-- default). What a person is told comes from the domain's gate, never from these messages.

-- A matter is kept, keeps its id, and its text moves forward only, never under a live clearance.
CREATE TRIGGER matter_refuses_delete BEFORE DELETE ON "matter"
BEGIN
	SELECT RAISE(ABORT, 'matter is kept');
END;

CREATE TRIGGER matter_refuses_replace BEFORE INSERT ON "matter"
BEGIN
	SELECT RAISE(ABORT, 'matter has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "matter" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "case_number" = NEW."case_number")
	);
END;

CREATE TRIGGER matter_keeps_its_id BEFORE UPDATE ON "matter"
BEGIN
	SELECT RAISE(ABORT, 'matter keeps its id')
	WHERE NEW."jurisdiction_id" <> OLD."jurisdiction_id" OR NEW."id" <> OLD."id" OR NEW."rowid" <> OLD."rowid";
END;

CREATE TRIGGER matter_text_stays_while_cleared BEFORE UPDATE ON "matter"
BEGIN
	SELECT RAISE(ABORT, 'matter has a live clearance')
	WHERE NEW."current_version_id" IS NOT OLD."current_version_id"
		AND EXISTS (SELECT 1 FROM "clearance_live" WHERE "jurisdiction_id" = OLD."jurisdiction_id" AND "matter_id" = OLD."id");
END;

CREATE TRIGGER matter_text_moves_forward BEFORE UPDATE ON "matter"
BEGIN
	SELECT RAISE(ABORT, 'matter takes no older version')
	WHERE OLD."current_version_id" IS NOT NULL AND NEW."current_version_id" IS NOT OLD."current_version_id"
		AND coalesce((SELECT "version_no" FROM "draft_version" WHERE "jurisdiction_id" = NEW."jurisdiction_id"
			AND "id" = NEW."current_version_id" AND "matter_id" = NEW."id"), 0) <= (SELECT "version_no" FROM "draft_version" WHERE "jurisdiction_id" = OLD."jurisdiction_id"
			AND "id" = OLD."current_version_id");
END;

-- A clearance is about the text that the matter has now.
CREATE TRIGGER clearance_names_the_current_version BEFORE INSERT ON "clearance"
BEGIN
	SELECT RAISE(ABORT, 'clearance is not on the current version')
	WHERE NOT EXISTS (
		SELECT 1 FROM "matter"
			JOIN "draft_version" "version" ON "version"."jurisdiction_id" = "matter"."jurisdiction_id"
				AND "version"."id" = "matter"."current_version_id" AND "version"."matter_id" = "matter"."id"
		WHERE "matter"."jurisdiction_id" = NEW."jurisdiction_id" AND "matter"."id" = NEW."matter_id"
			AND "version"."id" = NEW."version_id" AND "version"."content_sha256" = NEW."content_sha256"
	);
END;

-- A clearance begins valid and ends once; what has ended never comes back.
CREATE TRIGGER clearance_state_begins_valid BEFORE INSERT ON "clearance_state"
BEGIN
	SELECT RAISE(ABORT, 'clearance begins valid')
	WHERE NEW."state" <> 'valid';
END;

CREATE TRIGGER clearance_state_refuses_replace BEFORE INSERT ON "clearance_state"
BEGIN
	SELECT RAISE(ABORT, 'clearance_state has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "clearance_state" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "clearance_id" = NEW."clearance_id")
	);
END;

CREATE TRIGGER clearance_state_ends_once BEFORE UPDATE ON "clearance_state"
BEGIN
	SELECT RAISE(ABORT, 'clearance has ended')
	WHERE OLD."state" <> 'valid' OR NEW."state" = 'valid' OR NEW."jurisdiction_id" <> OLD."jurisdiction_id"
		OR NEW."clearance_id" <> OLD."clearance_id" OR NEW."rowid" <> OLD."rowid";
END;

CREATE TRIGGER clearance_state_ends_after_its_live_row BEFORE UPDATE ON "clearance_state"
BEGIN
	SELECT RAISE(ABORT, 'clearance is still live')
	WHERE EXISTS (SELECT 1 FROM "clearance_live" WHERE "jurisdiction_id" = OLD."jurisdiction_id" AND "clearance_id" = OLD."clearance_id");
END;

CREATE TRIGGER clearance_state_refuses_delete BEFORE DELETE ON "clearance_state"
BEGIN
	SELECT RAISE(ABORT, 'clearance_state is kept');
END;

-- The live row stands only for a valid clearance on the current version.
CREATE TRIGGER clearance_live_is_valid_and_current BEFORE INSERT ON "clearance_live"
BEGIN
	SELECT RAISE(ABORT, 'clearance is not valid for the current version')
	WHERE NOT EXISTS (
		SELECT 1 FROM "matter"
			JOIN "draft_version" "version" ON "version"."jurisdiction_id" = "matter"."jurisdiction_id"
				AND "version"."id" = "matter"."current_version_id" AND "version"."matter_id" = "matter"."id"
		WHERE "matter"."jurisdiction_id" = NEW."jurisdiction_id" AND "matter"."id" = NEW."matter_id"
			AND "version"."id" = NEW."version_id" AND "version"."content_sha256" = NEW."content_sha256"
	)
		OR NOT EXISTS (
		SELECT 1 FROM "clearance_state"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "clearance_id" = NEW."clearance_id" AND "state" = 'valid'
	);
END;

CREATE TRIGGER clearance_live_refuses_replace BEFORE INSERT ON "clearance_live"
BEGIN
	SELECT RAISE(ABORT, 'clearance_live has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "clearance_live" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "clearance_id" = NEW."clearance_id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "matter_id" = NEW."matter_id")
	);
END;

CREATE TRIGGER clearance_live_refuses_update BEFORE UPDATE ON "clearance_live"
BEGIN
	SELECT RAISE(ABORT, 'clearance_live never changes');
END;

CREATE TRIGGER clearance_live_outlives_its_listing BEFORE DELETE ON "clearance_live"
BEGIN
	SELECT RAISE(ABORT, 'clearance is still on an agenda')
	WHERE EXISTS (SELECT 1 FROM "agenda_listing" WHERE "jurisdiction_id" = OLD."jurisdiction_id"
		AND "clearance_id" = OLD."clearance_id");
END;

-- A meeting moves forward only.
CREATE TRIGGER meeting_begins_in_preparation BEFORE INSERT ON "meeting"
BEGIN
	SELECT RAISE(ABORT, 'meeting begins in preparation')
	WHERE NEW."state" <> 'preparing';
END;

CREATE TRIGGER meeting_refuses_replace BEFORE INSERT ON "meeting"
BEGIN
	SELECT RAISE(ABORT, 'meeting has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "meeting" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER meeting_moves_forward BEFORE UPDATE ON "meeting"
BEGIN
	SELECT RAISE(ABORT, 'meeting moves forward only')
	WHERE NEW."jurisdiction_id" <> OLD."jurisdiction_id" OR NEW."id" <> OLD."id" OR NEW."rowid" <> OLD."rowid"
		OR (CASE NEW."state" WHEN 'preparing' THEN 0 WHEN 'fixed' THEN 1 WHEN 'held' THEN 2 WHEN 'closed' THEN 3 ELSE 4 END) < (CASE OLD."state" WHEN 'preparing' THEN 0 WHEN 'fixed' THEN 1 WHEN 'held' THEN 2 WHEN 'closed' THEN 3 ELSE 4 END)
		OR (OLD."state" IN ('closed', 'cancelled') AND NEW."state" <> OLD."state")
		OR (OLD."state" = 'held' AND NEW."state" = 'cancelled')
		OR (OLD."state" = 'preparing' AND NEW."state" IN ('held', 'closed'));
END;

CREATE TRIGGER meeting_refuses_delete BEFORE DELETE ON "meeting"
BEGIN
	SELECT RAISE(ABORT, 'meeting is kept');
END;

-- An item keeps its matter, kind and organ, and its meeting once it has one.
CREATE TRIGGER agenda_item_keeps_its_subject BEFORE UPDATE ON "agenda_item"
BEGIN
	SELECT RAISE(ABORT, 'agenda_item keeps its subject')
	WHERE NEW."jurisdiction_id" <> OLD."jurisdiction_id" OR NEW."id" <> OLD."id" OR NEW."rowid" <> OLD."rowid"
		OR NEW."matter_id" IS NOT OLD."matter_id" OR NEW."kind" <> OLD."kind" OR NEW."organ_id" <> OLD."organ_id"
		OR (OLD."meeting_id" IS NOT NULL AND NEW."meeting_id" IS NOT OLD."meeting_id");
END;

CREATE TRIGGER agenda_item_refuses_replace BEFORE INSERT ON "agenda_item"
BEGIN
	SELECT RAISE(ABORT, 'agenda_item has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "agenda_item" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER agenda_item_refuses_delete BEFORE DELETE ON "agenda_item"
BEGIN
	SELECT RAISE(ABORT, 'agenda_item is kept');
END;

-- The gate: listed is only what holds a live clearance for the current version, in a meeting that still takes items.
CREATE TRIGGER agenda_listing_is_cleared BEFORE INSERT ON "agenda_listing"
BEGIN
	SELECT RAISE(ABORT, 'GATE: no live clearance for the current version')
	WHERE NOT EXISTS (
		SELECT 1 FROM
			"clearance_live" "live"
			JOIN "clearance_state" "standing" ON "standing"."jurisdiction_id" = "live"."jurisdiction_id"
				AND "standing"."clearance_id" = "live"."clearance_id" AND "standing"."state" = 'valid'
			JOIN "clearance" ON "clearance"."jurisdiction_id" = "live"."jurisdiction_id"
				AND "clearance"."id" = "live"."clearance_id" AND "clearance"."matter_id" = "live"."matter_id"
				AND "clearance"."version_id" = "live"."version_id"
				AND "clearance"."content_sha256" = "live"."content_sha256"
			JOIN "matter" ON "matter"."jurisdiction_id" = "live"."jurisdiction_id"
				AND "matter"."id" = "live"."matter_id" AND "matter"."current_version_id" = "live"."version_id"
			JOIN "draft_version" "version" ON "version"."jurisdiction_id" = "live"."jurisdiction_id"
				AND "version"."id" = "live"."version_id" AND "version"."matter_id" = "live"."matter_id"
				AND "version"."content_sha256" = "live"."content_sha256"
		WHERE "live"."jurisdiction_id" = NEW."jurisdiction_id" AND "live"."clearance_id" = NEW."clearance_id"
			AND "live"."matter_id" = NEW."matter_id" AND "live"."version_id" = NEW."version_id"
			AND "live"."content_sha256" = NEW."content_sha256"
			AND ("clearance"."expires_at" IS NULL OR "clearance"."expires_at" > strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'))
	);
END;

CREATE TRIGGER agenda_listing_meets_an_open_agenda BEFORE INSERT ON "agenda_listing"
BEGIN
	SELECT RAISE(ABORT, 'GATE: the agenda takes no item')
	WHERE NOT EXISTS (
		SELECT 1 FROM "meeting"
		WHERE "meeting"."jurisdiction_id" = NEW."jurisdiction_id" AND "meeting"."id" = NEW."meeting_id"
			AND ("meeting"."state" = 'preparing' OR ("meeting"."state" = 'fixed' AND EXISTS (
				SELECT 1 FROM "urgent_approval" "urgent"
				WHERE "urgent"."jurisdiction_id" = NEW."jurisdiction_id" AND "urgent"."meeting_id" = NEW."meeting_id"
					AND "urgent"."matter_id" = NEW."matter_id"
			)))
	);
END;

CREATE TRIGGER agenda_listing_refuses_replace BEFORE INSERT ON "agenda_listing"
BEGIN
	SELECT RAISE(ABORT, 'agenda_listing has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "agenda_listing" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "agenda_item_id" = NEW."agenda_item_id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "matter_id" = NEW."matter_id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "clearance_id" = NEW."clearance_id")
	);
END;

CREATE TRIGGER agenda_listing_refuses_update BEFORE UPDATE ON "agenda_listing"
BEGIN
	SELECT RAISE(ABORT, 'GATE: agenda_listing never changes');
END;

-- A meeting decides only what stands on its agenda, on the clearance it stands there with.
CREATE TRIGGER agenda_outcome_decides_what_is_listed BEFORE INSERT ON "agenda_outcome"
BEGIN
	SELECT RAISE(ABORT, 'GATE: the item is not listed')
	WHERE NEW."outcome" IN ('passed', 'passed-in-principle', 'revise-and-resubmit', 'deferred', 'not-passed', 'other')
		AND NEW."matter_id" IS NOT NULL
		AND NOT EXISTS (
			SELECT 1 FROM "agenda_listing"
			WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "agenda_item_id" = NEW."agenda_item_id"
				AND "meeting_id" = NEW."meeting_id" AND "matter_id" = NEW."matter_id"
				AND "clearance_id" = NEW."clearance_id"
		);
END;

CREATE TRIGGER agenda_outcome_is_of_the_item BEFORE INSERT ON "agenda_outcome"
BEGIN
	SELECT RAISE(ABORT, 'outcome of another item')
	WHERE NOT EXISTS (
		SELECT 1 FROM "agenda_item"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."agenda_item_id"
			AND "meeting_id" = NEW."meeting_id" AND ("matter_id" = NEW."matter_id" OR ("matter_id" IS NULL AND NEW."matter_id" IS NULL))
	);
END;
