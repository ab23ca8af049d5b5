-- The second wall behind the foreign keys. ENABLE ALWAYS keeps the triggers firing in replica mode too, where foreign
-- keys do not. What a person is told comes from the domain's gate, never from these messages.

-- A matter is kept, keeps its id, and its text moves forward only, never under a live clearance.
CREATE FUNCTION "matter_refuses_delete"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'matter is kept' USING ERRCODE = 'P9001';
END;
$$;
CREATE TRIGGER "matter_refuses_delete" BEFORE DELETE ON "matter" FOR EACH ROW EXECUTE FUNCTION "matter_refuses_delete"();
ALTER TABLE "matter" ENABLE ALWAYS TRIGGER "matter_refuses_delete";

CREATE FUNCTION "matter_keeps_its_id"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."jurisdiction_id" <> OLD."jurisdiction_id" OR NEW."id" <> OLD."id"
	THEN
		RAISE EXCEPTION 'matter keeps its id' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "matter_keeps_its_id" BEFORE UPDATE ON "matter" FOR EACH ROW EXECUTE FUNCTION "matter_keeps_its_id"();
ALTER TABLE "matter" ENABLE ALWAYS TRIGGER "matter_keeps_its_id";

CREATE FUNCTION "matter_text_stays_while_cleared"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."current_version_id" IS DISTINCT FROM OLD."current_version_id"
		AND EXISTS (SELECT 1 FROM "clearance_live" WHERE "jurisdiction_id" = OLD."jurisdiction_id" AND "matter_id" = OLD."id")
	THEN
		RAISE EXCEPTION 'matter has a live clearance' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "matter_text_stays_while_cleared" BEFORE UPDATE ON "matter" FOR EACH ROW EXECUTE FUNCTION "matter_text_stays_while_cleared"();
ALTER TABLE "matter" ENABLE ALWAYS TRIGGER "matter_text_stays_while_cleared";

CREATE FUNCTION "matter_text_moves_forward"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."current_version_id" IS NOT NULL AND NEW."current_version_id" IS DISTINCT FROM OLD."current_version_id"
		AND coalesce((SELECT "version_no" FROM "draft_version" WHERE "jurisdiction_id" = NEW."jurisdiction_id"
			AND "id" = NEW."current_version_id" AND "matter_id" = NEW."id"), 0) <= (SELECT "version_no" FROM "draft_version" WHERE "jurisdiction_id" = OLD."jurisdiction_id"
			AND "id" = OLD."current_version_id")
	THEN
		RAISE EXCEPTION 'matter takes no older version' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "matter_text_moves_forward" BEFORE UPDATE ON "matter" FOR EACH ROW EXECUTE FUNCTION "matter_text_moves_forward"();
ALTER TABLE "matter" ENABLE ALWAYS TRIGGER "matter_text_moves_forward";

-- A clearance is about the text that the matter has now.
CREATE FUNCTION "clearance_names_the_current_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "matter"
			JOIN "draft_version" "version" ON "version"."jurisdiction_id" = "matter"."jurisdiction_id"
				AND "version"."id" = "matter"."current_version_id" AND "version"."matter_id" = "matter"."id"
		WHERE "matter"."jurisdiction_id" = NEW."jurisdiction_id" AND "matter"."id" = NEW."matter_id"
			AND "version"."id" = NEW."version_id" AND "version"."content_sha256" = NEW."content_sha256"
	)
	THEN
		RAISE EXCEPTION 'clearance is not on the current version' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "clearance_names_the_current_version" BEFORE INSERT ON "clearance" FOR EACH ROW EXECUTE FUNCTION "clearance_names_the_current_version"();
ALTER TABLE "clearance" ENABLE ALWAYS TRIGGER "clearance_names_the_current_version";

-- A clearance begins valid and ends once; what has ended never comes back.
CREATE FUNCTION "clearance_state_begins_valid"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."state" <> 'valid'
	THEN
		RAISE EXCEPTION 'clearance begins valid' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "clearance_state_begins_valid" BEFORE INSERT ON "clearance_state" FOR EACH ROW EXECUTE FUNCTION "clearance_state_begins_valid"();
ALTER TABLE "clearance_state" ENABLE ALWAYS TRIGGER "clearance_state_begins_valid";

CREATE FUNCTION "clearance_state_ends_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."state" <> 'valid' OR NEW."state" = 'valid' OR NEW."jurisdiction_id" <> OLD."jurisdiction_id"
		OR NEW."clearance_id" <> OLD."clearance_id"
	THEN
		RAISE EXCEPTION 'clearance has ended' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "clearance_state_ends_once" BEFORE UPDATE ON "clearance_state" FOR EACH ROW EXECUTE FUNCTION "clearance_state_ends_once"();
ALTER TABLE "clearance_state" ENABLE ALWAYS TRIGGER "clearance_state_ends_once";

CREATE FUNCTION "clearance_state_ends_after_its_live_row"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM "clearance_live" WHERE "jurisdiction_id" = OLD."jurisdiction_id" AND "clearance_id" = OLD."clearance_id")
	THEN
		RAISE EXCEPTION 'clearance is still live' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "clearance_state_ends_after_its_live_row" BEFORE UPDATE ON "clearance_state" FOR EACH ROW EXECUTE FUNCTION "clearance_state_ends_after_its_live_row"();
ALTER TABLE "clearance_state" ENABLE ALWAYS TRIGGER "clearance_state_ends_after_its_live_row";

CREATE FUNCTION "clearance_state_refuses_delete"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'clearance_state is kept' USING ERRCODE = 'P9001';
END;
$$;
CREATE TRIGGER "clearance_state_refuses_delete" BEFORE DELETE ON "clearance_state" FOR EACH ROW EXECUTE FUNCTION "clearance_state_refuses_delete"();
ALTER TABLE "clearance_state" ENABLE ALWAYS TRIGGER "clearance_state_refuses_delete";

-- The live row stands only for a valid clearance on the current version.
CREATE FUNCTION "clearance_live_is_valid_and_current"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "matter"
			JOIN "draft_version" "version" ON "version"."jurisdiction_id" = "matter"."jurisdiction_id"
				AND "version"."id" = "matter"."current_version_id" AND "version"."matter_id" = "matter"."id"
		WHERE "matter"."jurisdiction_id" = NEW."jurisdiction_id" AND "matter"."id" = NEW."matter_id"
			AND "version"."id" = NEW."version_id" AND "version"."content_sha256" = NEW."content_sha256"
	)
		OR NOT EXISTS (
		SELECT 1 FROM "clearance_state"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "clearance_id" = NEW."clearance_id" AND "state" = 'valid'
	)
	THEN
		RAISE EXCEPTION 'clearance is not valid for the current version' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "clearance_live_is_valid_and_current" BEFORE INSERT ON "clearance_live" FOR EACH ROW EXECUTE FUNCTION "clearance_live_is_valid_and_current"();
ALTER TABLE "clearance_live" ENABLE ALWAYS TRIGGER "clearance_live_is_valid_and_current";

CREATE FUNCTION "clearance_live_refuses_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'clearance_live never changes' USING ERRCODE = 'P9001';
END;
$$;
CREATE TRIGGER "clearance_live_refuses_update" BEFORE UPDATE ON "clearance_live" FOR EACH ROW EXECUTE FUNCTION "clearance_live_refuses_update"();
ALTER TABLE "clearance_live" ENABLE ALWAYS TRIGGER "clearance_live_refuses_update";

CREATE FUNCTION "clearance_live_outlives_its_listing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM "agenda_listing" WHERE "jurisdiction_id" = OLD."jurisdiction_id"
		AND "clearance_id" = OLD."clearance_id")
	THEN
		RAISE EXCEPTION 'clearance is still on an agenda' USING ERRCODE = 'P9001';
	END IF;
	RETURN OLD;
END;
$$;
CREATE TRIGGER "clearance_live_outlives_its_listing" BEFORE DELETE ON "clearance_live" FOR EACH ROW EXECUTE FUNCTION "clearance_live_outlives_its_listing"();
ALTER TABLE "clearance_live" ENABLE ALWAYS TRIGGER "clearance_live_outlives_its_listing";

-- A meeting moves forward only.
CREATE FUNCTION "meeting_begins_in_preparation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."state" <> 'preparing'
	THEN
		RAISE EXCEPTION 'meeting begins in preparation' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "meeting_begins_in_preparation" BEFORE INSERT ON "meeting" FOR EACH ROW EXECUTE FUNCTION "meeting_begins_in_preparation"();
ALTER TABLE "meeting" ENABLE ALWAYS TRIGGER "meeting_begins_in_preparation";

CREATE FUNCTION "meeting_moves_forward"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."jurisdiction_id" <> OLD."jurisdiction_id" OR NEW."id" <> OLD."id"
		OR (CASE NEW."state" WHEN 'preparing' THEN 0 WHEN 'fixed' THEN 1 WHEN 'held' THEN 2 WHEN 'closed' THEN 3 ELSE 4 END) < (CASE OLD."state" WHEN 'preparing' THEN 0 WHEN 'fixed' THEN 1 WHEN 'held' THEN 2 WHEN 'closed' THEN 3 ELSE 4 END)
		OR (OLD."state" IN ('closed', 'cancelled') AND NEW."state" <> OLD."state")
		OR (OLD."state" = 'held' AND NEW."state" = 'cancelled')
		OR (OLD."state" = 'preparing' AND NEW."state" IN ('held', 'closed'))
	THEN
		RAISE EXCEPTION 'meeting moves forward only' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "meeting_moves_forward" BEFORE UPDATE ON "meeting" FOR EACH ROW EXECUTE FUNCTION "meeting_moves_forward"();
ALTER TABLE "meeting" ENABLE ALWAYS TRIGGER "meeting_moves_forward";

CREATE FUNCTION "meeting_refuses_delete"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'meeting is kept' USING ERRCODE = 'P9001';
END;
$$;
CREATE TRIGGER "meeting_refuses_delete" BEFORE DELETE ON "meeting" FOR EACH ROW EXECUTE FUNCTION "meeting_refuses_delete"();
ALTER TABLE "meeting" ENABLE ALWAYS TRIGGER "meeting_refuses_delete";

-- An item keeps its matter, kind and organ, and its meeting once it has one.
CREATE FUNCTION "agenda_item_keeps_its_subject"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."jurisdiction_id" <> OLD."jurisdiction_id" OR NEW."id" <> OLD."id"
		OR NEW."matter_id" IS DISTINCT FROM OLD."matter_id" OR NEW."kind" <> OLD."kind" OR NEW."organ_id" <> OLD."organ_id"
		OR (OLD."meeting_id" IS NOT NULL AND NEW."meeting_id" IS DISTINCT FROM OLD."meeting_id")
	THEN
		RAISE EXCEPTION 'agenda_item keeps its subject' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "agenda_item_keeps_its_subject" BEFORE UPDATE ON "agenda_item" FOR EACH ROW EXECUTE FUNCTION "agenda_item_keeps_its_subject"();
ALTER TABLE "agenda_item" ENABLE ALWAYS TRIGGER "agenda_item_keeps_its_subject";

CREATE FUNCTION "agenda_item_refuses_delete"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'agenda_item is kept' USING ERRCODE = 'P9001';
END;
$$;
CREATE TRIGGER "agenda_item_refuses_delete" BEFORE DELETE ON "agenda_item" FOR EACH ROW EXECUTE FUNCTION "agenda_item_refuses_delete"();
ALTER TABLE "agenda_item" ENABLE ALWAYS TRIGGER "agenda_item_refuses_delete";

-- The gate: listed is only what holds a live clearance for the current version, in a meeting that still takes items.
CREATE FUNCTION "agenda_listing_is_cleared"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
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
			AND ("clearance"."expires_at" IS NULL OR "clearance"."expires_at" > CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
	)
	THEN
		RAISE EXCEPTION 'GATE: no live clearance for the current version' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "agenda_listing_is_cleared" BEFORE INSERT ON "agenda_listing" FOR EACH ROW EXECUTE FUNCTION "agenda_listing_is_cleared"();
ALTER TABLE "agenda_listing" ENABLE ALWAYS TRIGGER "agenda_listing_is_cleared";

CREATE FUNCTION "agenda_listing_meets_an_open_agenda"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "meeting"
		WHERE "meeting"."jurisdiction_id" = NEW."jurisdiction_id" AND "meeting"."id" = NEW."meeting_id"
			AND ("meeting"."state" = 'preparing' OR ("meeting"."state" = 'fixed' AND EXISTS (
				SELECT 1 FROM "urgent_approval" "urgent"
				WHERE "urgent"."jurisdiction_id" = NEW."jurisdiction_id" AND "urgent"."meeting_id" = NEW."meeting_id"
					AND "urgent"."matter_id" = NEW."matter_id"
			)))
	)
	THEN
		RAISE EXCEPTION 'GATE: the agenda takes no item' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "agenda_listing_meets_an_open_agenda" BEFORE INSERT ON "agenda_listing" FOR EACH ROW EXECUTE FUNCTION "agenda_listing_meets_an_open_agenda"();
ALTER TABLE "agenda_listing" ENABLE ALWAYS TRIGGER "agenda_listing_meets_an_open_agenda";

CREATE FUNCTION "agenda_listing_refuses_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'GATE: agenda_listing never changes' USING ERRCODE = 'P9001';
END;
$$;
CREATE TRIGGER "agenda_listing_refuses_update" BEFORE UPDATE ON "agenda_listing" FOR EACH ROW EXECUTE FUNCTION "agenda_listing_refuses_update"();
ALTER TABLE "agenda_listing" ENABLE ALWAYS TRIGGER "agenda_listing_refuses_update";

-- A meeting decides only what stands on its agenda, on the clearance it stands there with.
CREATE FUNCTION "agenda_outcome_decides_what_is_listed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."outcome" IN ('passed', 'passed-in-principle', 'revise-and-resubmit', 'deferred', 'not-passed', 'other')
		AND NEW."matter_id" IS NOT NULL
		AND NOT EXISTS (
			SELECT 1 FROM "agenda_listing"
			WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "agenda_item_id" = NEW."agenda_item_id"
				AND "meeting_id" = NEW."meeting_id" AND "matter_id" = NEW."matter_id"
				AND "clearance_id" = NEW."clearance_id"
		)
	THEN
		RAISE EXCEPTION 'GATE: the item is not listed' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "agenda_outcome_decides_what_is_listed" BEFORE INSERT ON "agenda_outcome" FOR EACH ROW EXECUTE FUNCTION "agenda_outcome_decides_what_is_listed"();
ALTER TABLE "agenda_outcome" ENABLE ALWAYS TRIGGER "agenda_outcome_decides_what_is_listed";

CREATE FUNCTION "agenda_outcome_is_of_the_item"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "agenda_item"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."agenda_item_id"
			AND "meeting_id" = NEW."meeting_id" AND ("matter_id" = NEW."matter_id" OR ("matter_id" IS NULL AND NEW."matter_id" IS NULL))
	)
	THEN
		RAISE EXCEPTION 'outcome of another item' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "agenda_outcome_is_of_the_item" BEFORE INSERT ON "agenda_outcome" FOR EACH ROW EXECUTE FUNCTION "agenda_outcome_is_of_the_item"();
ALTER TABLE "agenda_outcome" ENABLE ALWAYS TRIGGER "agenda_outcome_is_of_the_item";
