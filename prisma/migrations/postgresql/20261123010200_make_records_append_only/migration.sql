-- Records may be added, never changed or removed: versions, materials, opinions, replies, clearances, outcomes, the trail.
-- The hash chain and the clearance's signature prove tampering afterwards; these triggers stop a mistake beforehand.
-- Drop them only in a migration that says why.

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'P9001';
END;
$$;

CREATE TRIGGER "draft_version_refuses_change" BEFORE UPDATE OR DELETE ON "draft_version" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "draft_version_refuses_truncate" BEFORE TRUNCATE ON "draft_version" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "draft_version" ENABLE ALWAYS TRIGGER "draft_version_refuses_change";
ALTER TABLE "draft_version" ENABLE ALWAYS TRIGGER "draft_version_refuses_truncate";

CREATE TRIGGER "version_file_refuses_change" BEFORE UPDATE OR DELETE ON "version_file" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "version_file_refuses_truncate" BEFORE TRUNCATE ON "version_file" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "version_file" ENABLE ALWAYS TRIGGER "version_file_refuses_change";
ALTER TABLE "version_file" ENABLE ALWAYS TRIGGER "version_file_refuses_truncate";

CREATE TRIGGER "material_refuses_change" BEFORE UPDATE OR DELETE ON "material" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "material_refuses_truncate" BEFORE TRUNCATE ON "material" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "material" ENABLE ALWAYS TRIGGER "material_refuses_change";
ALTER TABLE "material" ENABLE ALWAYS TRIGGER "material_refuses_truncate";

CREATE TRIGGER "step_answer_refuses_change" BEFORE UPDATE OR DELETE ON "step_answer" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "step_answer_refuses_truncate" BEFORE TRUNCATE ON "step_answer" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "step_answer" ENABLE ALWAYS TRIGGER "step_answer_refuses_change";
ALTER TABLE "step_answer" ENABLE ALWAYS TRIGGER "step_answer_refuses_truncate";

CREATE TRIGGER "counsel_opinion_refuses_change" BEFORE UPDATE OR DELETE ON "counsel_opinion" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "counsel_opinion_refuses_truncate" BEFORE TRUNCATE ON "counsel_opinion" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "counsel_opinion" ENABLE ALWAYS TRIGGER "counsel_opinion_refuses_change";
ALTER TABLE "counsel_opinion" ENABLE ALWAYS TRIGGER "counsel_opinion_refuses_truncate";

CREATE TRIGGER "counsel_disposition_refuses_change" BEFORE UPDATE OR DELETE ON "counsel_disposition" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "counsel_disposition_refuses_truncate" BEFORE TRUNCATE ON "counsel_disposition" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "counsel_disposition" ENABLE ALWAYS TRIGGER "counsel_disposition_refuses_change";
ALTER TABLE "counsel_disposition" ENABLE ALWAYS TRIGGER "counsel_disposition_refuses_truncate";

CREATE TRIGGER "opinion_refuses_change" BEFORE UPDATE OR DELETE ON "opinion" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "opinion_refuses_truncate" BEFORE TRUNCATE ON "opinion" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "opinion" ENABLE ALWAYS TRIGGER "opinion_refuses_change";
ALTER TABLE "opinion" ENABLE ALWAYS TRIGGER "opinion_refuses_truncate";

CREATE TRIGGER "opinion_item_refuses_change" BEFORE UPDATE OR DELETE ON "opinion_item" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "opinion_item_refuses_truncate" BEFORE TRUNCATE ON "opinion_item" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "opinion_item" ENABLE ALWAYS TRIGGER "opinion_item_refuses_change";
ALTER TABLE "opinion_item" ENABLE ALWAYS TRIGGER "opinion_item_refuses_truncate";

CREATE TRIGGER "opinion_point_refuses_change" BEFORE UPDATE OR DELETE ON "opinion_point" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "opinion_point_refuses_truncate" BEFORE TRUNCATE ON "opinion_point" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "opinion_point" ENABLE ALWAYS TRIGGER "opinion_point_refuses_change";
ALTER TABLE "opinion_point" ENABLE ALWAYS TRIGGER "opinion_point_refuses_truncate";

CREATE TRIGGER "opinion_step_refuses_change" BEFORE UPDATE OR DELETE ON "opinion_step" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "opinion_step_refuses_truncate" BEFORE TRUNCATE ON "opinion_step" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "opinion_step" ENABLE ALWAYS TRIGGER "opinion_step_refuses_change";
ALTER TABLE "opinion_step" ENABLE ALWAYS TRIGGER "opinion_step_refuses_truncate";

CREATE TRIGGER "opinion_material_refuses_change" BEFORE UPDATE OR DELETE ON "opinion_material" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "opinion_material_refuses_truncate" BEFORE TRUNCATE ON "opinion_material" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "opinion_material" ENABLE ALWAYS TRIGGER "opinion_material_refuses_change";
ALTER TABLE "opinion_material" ENABLE ALWAYS TRIGGER "opinion_material_refuses_truncate";

CREATE TRIGGER "opinion_revocation_refuses_change" BEFORE UPDATE OR DELETE ON "opinion_revocation" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "opinion_revocation_refuses_truncate" BEFORE TRUNCATE ON "opinion_revocation" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "opinion_revocation" ENABLE ALWAYS TRIGGER "opinion_revocation_refuses_change";
ALTER TABLE "opinion_revocation" ENABLE ALWAYS TRIGGER "opinion_revocation_refuses_truncate";

CREATE TRIGGER "reply_refuses_change" BEFORE UPDATE OR DELETE ON "reply" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "reply_refuses_truncate" BEFORE TRUNCATE ON "reply" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "reply" ENABLE ALWAYS TRIGGER "reply_refuses_change";
ALTER TABLE "reply" ENABLE ALWAYS TRIGGER "reply_refuses_truncate";

CREATE TRIGGER "recheck_item_refuses_change" BEFORE UPDATE OR DELETE ON "recheck_item" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "recheck_item_refuses_truncate" BEFORE TRUNCATE ON "recheck_item" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "recheck_item" ENABLE ALWAYS TRIGGER "recheck_item_refuses_change";
ALTER TABLE "recheck_item" ENABLE ALWAYS TRIGGER "recheck_item_refuses_truncate";

CREATE TRIGGER "recheck_step_refuses_change" BEFORE UPDATE OR DELETE ON "recheck_step" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "recheck_step_refuses_truncate" BEFORE TRUNCATE ON "recheck_step" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "recheck_step" ENABLE ALWAYS TRIGGER "recheck_step_refuses_change";
ALTER TABLE "recheck_step" ENABLE ALWAYS TRIGGER "recheck_step_refuses_truncate";

CREATE TRIGGER "clearance_refuses_change" BEFORE UPDATE OR DELETE ON "clearance" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "clearance_refuses_truncate" BEFORE TRUNCATE ON "clearance" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "clearance" ENABLE ALWAYS TRIGGER "clearance_refuses_change";
ALTER TABLE "clearance" ENABLE ALWAYS TRIGGER "clearance_refuses_truncate";

CREATE TRIGGER "agenda_outcome_refuses_change" BEFORE UPDATE OR DELETE ON "agenda_outcome" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "agenda_outcome_refuses_truncate" BEFORE TRUNCATE ON "agenda_outcome" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "agenda_outcome" ENABLE ALWAYS TRIGGER "agenda_outcome_refuses_change";
ALTER TABLE "agenda_outcome" ENABLE ALWAYS TRIGGER "agenda_outcome_refuses_truncate";

CREATE TRIGGER "urgent_approval_refuses_change" BEFORE UPDATE OR DELETE ON "urgent_approval" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "urgent_approval_refuses_truncate" BEFORE TRUNCATE ON "urgent_approval" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "urgent_approval" ENABLE ALWAYS TRIGGER "urgent_approval_refuses_change";
ALTER TABLE "urgent_approval" ENABLE ALWAYS TRIGGER "urgent_approval_refuses_truncate";

CREATE TRIGGER "audit_entry_refuses_change" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_entry_refuses_truncate" BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "audit_entry" ENABLE ALWAYS TRIGGER "audit_entry_refuses_change";
ALTER TABLE "audit_entry" ENABLE ALWAYS TRIGGER "audit_entry_refuses_truncate";

CREATE TRIGGER "command_receipt_refuses_change" BEFORE UPDATE OR DELETE ON "command_receipt" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "command_receipt_refuses_truncate" BEFORE TRUNCATE ON "command_receipt" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "command_receipt" ENABLE ALWAYS TRIGGER "command_receipt_refuses_change";
ALTER TABLE "command_receipt" ENABLE ALWAYS TRIGGER "command_receipt_refuses_truncate";

CREATE TRIGGER "matter_refuses_truncate" BEFORE TRUNCATE ON "matter" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "matter" ENABLE ALWAYS TRIGGER "matter_refuses_truncate";

CREATE TRIGGER "meeting_refuses_truncate" BEFORE TRUNCATE ON "meeting" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "meeting" ENABLE ALWAYS TRIGGER "meeting_refuses_truncate";

CREATE TRIGGER "agenda_item_refuses_truncate" BEFORE TRUNCATE ON "agenda_item" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "agenda_item" ENABLE ALWAYS TRIGGER "agenda_item_refuses_truncate";

CREATE TRIGGER "agenda_listing_refuses_truncate" BEFORE TRUNCATE ON "agenda_listing" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "agenda_listing" ENABLE ALWAYS TRIGGER "agenda_listing_refuses_truncate";

CREATE TRIGGER "clearance_state_refuses_truncate" BEFORE TRUNCATE ON "clearance_state" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "clearance_state" ENABLE ALWAYS TRIGGER "clearance_state_refuses_truncate";

CREATE TRIGGER "clearance_live_refuses_truncate" BEFORE TRUNCATE ON "clearance_live" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "clearance_live" ENABLE ALWAYS TRIGGER "clearance_live_refuses_truncate";

CREATE TRIGGER "recheck_refuses_truncate" BEFORE TRUNCATE ON "recheck" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "recheck" ENABLE ALWAYS TRIGGER "recheck_refuses_truncate";

CREATE TRIGGER "audit_stream_refuses_truncate" BEFORE TRUNCATE ON "audit_stream" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "audit_stream" ENABLE ALWAYS TRIGGER "audit_stream_refuses_truncate";

-- A re-check is decided once.
CREATE FUNCTION "recheck_is_decided_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR OLD."decision" IS NOT NULL
		OR NEW."jurisdiction_id" <> OLD."jurisdiction_id" OR NEW."id" <> OLD."id" OR NEW."matter_id" <> OLD."matter_id"
		OR NEW."opinion_id" <> OLD."opinion_id" OR NEW."version_id" <> OLD."version_id"
		OR NEW."content_sha256" <> OLD."content_sha256" OR NEW."reviewer_id" <> OLD."reviewer_id"
		OR NEW."result" <> OLD."result"
	THEN
		RAISE EXCEPTION 'recheck is decided already' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "recheck_is_decided_once" BEFORE UPDATE OR DELETE ON "recheck" FOR EACH ROW EXECUTE FUNCTION "recheck_is_decided_once"();
ALTER TABLE "recheck" ENABLE ALWAYS TRIGGER "recheck_is_decided_once";

-- An entry of the trail continues its stream from the last one.
CREATE FUNCTION "audit_entry_continues_its_stream"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT (
		(NEW."seq" = 1 AND NEW."prev" = '0000000000000000000000000000000000000000000000000000000000000000')
		OR EXISTS (
			SELECT 1 FROM "audit_entry"
			WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "stream" = NEW."stream"
				AND "seq" = NEW."seq" - 1 AND "hash" = NEW."prev"
		)
	)
	THEN
		RAISE EXCEPTION 'audit_entry does not continue its stream' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "audit_entry_continues_its_stream" BEFORE INSERT ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "audit_entry_continues_its_stream"();
ALTER TABLE "audit_entry" ENABLE ALWAYS TRIGGER "audit_entry_continues_its_stream";

CREATE FUNCTION "audit_stream_follows_its_entries"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR NEW."jurisdiction_id" <> OLD."jurisdiction_id" OR NEW."stream" <> OLD."stream"
		OR NEW."seq" <> OLD."seq" + 1
		OR NOT EXISTS (
			SELECT 1 FROM "audit_entry"
			WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "stream" = NEW."stream"
				AND "seq" = NEW."seq" AND "hash" = NEW."hash"
		)
	THEN
		RAISE EXCEPTION 'audit_stream names no entry' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "audit_stream_follows_its_entries" BEFORE UPDATE OR DELETE ON "audit_stream" FOR EACH ROW EXECUTE FUNCTION "audit_stream_follows_its_entries"();
ALTER TABLE "audit_stream" ENABLE ALWAYS TRIGGER "audit_stream_follows_its_entries";
