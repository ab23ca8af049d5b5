-- A matter keeps its case number once it has one.
CREATE FUNCTION "matter_keeps_its_case_number"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD."case_number" IS NOT NULL AND NEW."case_number" IS DISTINCT FROM OLD."case_number" THEN
		RAISE EXCEPTION 'matter keeps its case number' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "matter_keeps_its_case_number" BEFORE UPDATE ON "matter" FOR EACH ROW EXECUTE FUNCTION "matter_keeps_its_case_number"();
ALTER TABLE "matter" ENABLE ALWAYS TRIGGER "matter_keeps_its_case_number";

-- The files of a version come with it: none joins a text that a matter has already taken up, or that was cleared.
CREATE FUNCTION "version_file_comes_with_its_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT 1 FROM "draft_version" "version"
			JOIN "matter" ON "matter"."jurisdiction_id" = "version"."jurisdiction_id" AND "matter"."id" = "version"."matter_id"
			JOIN "draft_version" "current" ON "current"."jurisdiction_id" = "matter"."jurisdiction_id"
				AND "current"."id" = "matter"."current_version_id"
		WHERE "version"."jurisdiction_id" = NEW."jurisdiction_id" AND "version"."id" = NEW."version_id"
			AND "version"."version_no" <= "current"."version_no"
	)
	THEN
		RAISE EXCEPTION 'version_file comes late' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "version_file_comes_with_its_version" BEFORE INSERT ON "version_file" FOR EACH ROW EXECUTE FUNCTION "version_file_comes_with_its_version"();
ALTER TABLE "version_file" ENABLE ALWAYS TRIGGER "version_file_comes_with_its_version";

-- A record is closed of a meeting that was held.
CREATE FUNCTION "meeting_is_held_before_it_is_closed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW."state" = 'closed' AND OLD."state" NOT IN ('held', 'closed') THEN
		RAISE EXCEPTION 'meeting was not held' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "meeting_is_held_before_it_is_closed" BEFORE UPDATE ON "meeting" FOR EACH ROW EXECUTE FUNCTION "meeting_is_held_before_it_is_closed"();
ALTER TABLE "meeting" ENABLE ALWAYS TRIGGER "meeting_is_held_before_it_is_closed";

-- What only a foreign key said: a listing is of its item, and a live row of its clearance.
CREATE FUNCTION "agenda_listing_is_of_its_item"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "agenda_item"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."agenda_item_id"
			AND "meeting_id" = NEW."meeting_id" AND "matter_id" = NEW."matter_id"
	)
	THEN
		RAISE EXCEPTION 'GATE: listing of another item' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "agenda_listing_is_of_its_item" BEFORE INSERT ON "agenda_listing" FOR EACH ROW EXECUTE FUNCTION "agenda_listing_is_of_its_item"();
ALTER TABLE "agenda_listing" ENABLE ALWAYS TRIGGER "agenda_listing_is_of_its_item";

CREATE FUNCTION "clearance_live_is_of_its_clearance"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "clearance"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."clearance_id"
			AND "matter_id" = NEW."matter_id" AND "version_id" = NEW."version_id"
			AND "content_sha256" = NEW."content_sha256"
	)
	THEN
		RAISE EXCEPTION 'live row of another clearance' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "clearance_live_is_of_its_clearance" BEFORE INSERT ON "clearance_live" FOR EACH ROW EXECUTE FUNCTION "clearance_live_is_of_its_clearance"();
ALTER TABLE "clearance_live" ENABLE ALWAYS TRIGGER "clearance_live_is_of_its_clearance";
