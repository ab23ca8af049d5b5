-- Records may be added, never changed or removed: versions, materials, opinions, replies, clearances, outcomes, the trail.
-- The hash chain and the clearance's signature prove tampering afterwards; these triggers stop a mistake beforehand.
-- BEFORE UPDATE names no columns, because an update of the rowid would slip past a column list; BEFORE INSERT refuses
-- a key that is there, because INSERT OR REPLACE deletes without firing a delete trigger.
-- Drop them only in a migration that says why.

CREATE TRIGGER draft_version_refuses_update BEFORE UPDATE ON "draft_version"
BEGIN
	SELECT RAISE(ABORT, 'draft_version is append-only');
END;

CREATE TRIGGER draft_version_refuses_delete BEFORE DELETE ON "draft_version"
BEGIN
	SELECT RAISE(ABORT, 'draft_version is append-only');
END;

CREATE TRIGGER draft_version_refuses_replace BEFORE INSERT ON "draft_version"
BEGIN
	SELECT RAISE(ABORT, 'draft_version has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "draft_version" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "matter_id" = NEW."matter_id" AND "version_no" = NEW."version_no")
	);
END;

CREATE TRIGGER version_file_refuses_update BEFORE UPDATE ON "version_file"
BEGIN
	SELECT RAISE(ABORT, 'version_file is append-only');
END;

CREATE TRIGGER version_file_refuses_delete BEFORE DELETE ON "version_file"
BEGIN
	SELECT RAISE(ABORT, 'version_file is append-only');
END;

CREATE TRIGGER version_file_refuses_replace BEFORE INSERT ON "version_file"
BEGIN
	SELECT RAISE(ABORT, 'version_file has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "version_file" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "version_id" = NEW."version_id" AND "position" = NEW."position")
	);
END;

CREATE TRIGGER material_refuses_update BEFORE UPDATE ON "material"
BEGIN
	SELECT RAISE(ABORT, 'material is append-only');
END;

CREATE TRIGGER material_refuses_delete BEFORE DELETE ON "material"
BEGIN
	SELECT RAISE(ABORT, 'material is append-only');
END;

CREATE TRIGGER material_refuses_replace BEFORE INSERT ON "material"
BEGIN
	SELECT RAISE(ABORT, 'material has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "material" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER step_answer_refuses_update BEFORE UPDATE ON "step_answer"
BEGIN
	SELECT RAISE(ABORT, 'step_answer is append-only');
END;

CREATE TRIGGER step_answer_refuses_delete BEFORE DELETE ON "step_answer"
BEGIN
	SELECT RAISE(ABORT, 'step_answer is append-only');
END;

CREATE TRIGGER step_answer_refuses_replace BEFORE INSERT ON "step_answer"
BEGIN
	SELECT RAISE(ABORT, 'step_answer has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "step_answer" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER counsel_opinion_refuses_update BEFORE UPDATE ON "counsel_opinion"
BEGIN
	SELECT RAISE(ABORT, 'counsel_opinion is append-only');
END;

CREATE TRIGGER counsel_opinion_refuses_delete BEFORE DELETE ON "counsel_opinion"
BEGIN
	SELECT RAISE(ABORT, 'counsel_opinion is append-only');
END;

CREATE TRIGGER counsel_opinion_refuses_replace BEFORE INSERT ON "counsel_opinion"
BEGIN
	SELECT RAISE(ABORT, 'counsel_opinion has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "counsel_opinion" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER counsel_disposition_refuses_update BEFORE UPDATE ON "counsel_disposition"
BEGIN
	SELECT RAISE(ABORT, 'counsel_disposition is append-only');
END;

CREATE TRIGGER counsel_disposition_refuses_delete BEFORE DELETE ON "counsel_disposition"
BEGIN
	SELECT RAISE(ABORT, 'counsel_disposition is append-only');
END;

CREATE TRIGGER counsel_disposition_refuses_replace BEFORE INSERT ON "counsel_disposition"
BEGIN
	SELECT RAISE(ABORT, 'counsel_disposition has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "counsel_disposition" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "counsel_opinion_id" = NEW."counsel_opinion_id")
	);
END;

CREATE TRIGGER opinion_refuses_update BEFORE UPDATE ON "opinion"
BEGIN
	SELECT RAISE(ABORT, 'opinion is append-only');
END;

CREATE TRIGGER opinion_refuses_delete BEFORE DELETE ON "opinion"
BEGIN
	SELECT RAISE(ABORT, 'opinion is append-only');
END;

CREATE TRIGGER opinion_refuses_replace BEFORE INSERT ON "opinion"
BEGIN
	SELECT RAISE(ABORT, 'opinion has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "opinion" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "number" = NEW."number")
	);
END;

CREATE TRIGGER opinion_item_refuses_update BEFORE UPDATE ON "opinion_item"
BEGIN
	SELECT RAISE(ABORT, 'opinion_item is append-only');
END;

CREATE TRIGGER opinion_item_refuses_delete BEFORE DELETE ON "opinion_item"
BEGIN
	SELECT RAISE(ABORT, 'opinion_item is append-only');
END;

CREATE TRIGGER opinion_item_refuses_replace BEFORE INSERT ON "opinion_item"
BEGIN
	SELECT RAISE(ABORT, 'opinion_item has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "opinion_item" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "opinion_id" = NEW."opinion_id" AND "position" = NEW."position")
	);
END;

CREATE TRIGGER opinion_point_refuses_update BEFORE UPDATE ON "opinion_point"
BEGIN
	SELECT RAISE(ABORT, 'opinion_point is append-only');
END;

CREATE TRIGGER opinion_point_refuses_delete BEFORE DELETE ON "opinion_point"
BEGIN
	SELECT RAISE(ABORT, 'opinion_point is append-only');
END;

CREATE TRIGGER opinion_point_refuses_replace BEFORE INSERT ON "opinion_point"
BEGIN
	SELECT RAISE(ABORT, 'opinion_point has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "opinion_point" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "opinion_id" = NEW."opinion_id" AND "point" = NEW."point")
	);
END;

CREATE TRIGGER opinion_step_refuses_update BEFORE UPDATE ON "opinion_step"
BEGIN
	SELECT RAISE(ABORT, 'opinion_step is append-only');
END;

CREATE TRIGGER opinion_step_refuses_delete BEFORE DELETE ON "opinion_step"
BEGIN
	SELECT RAISE(ABORT, 'opinion_step is append-only');
END;

CREATE TRIGGER opinion_step_refuses_replace BEFORE INSERT ON "opinion_step"
BEGIN
	SELECT RAISE(ABORT, 'opinion_step has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "opinion_step" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "opinion_id" = NEW."opinion_id" AND "step_answer_id" = NEW."step_answer_id")
	);
END;

CREATE TRIGGER opinion_material_refuses_update BEFORE UPDATE ON "opinion_material"
BEGIN
	SELECT RAISE(ABORT, 'opinion_material is append-only');
END;

CREATE TRIGGER opinion_material_refuses_delete BEFORE DELETE ON "opinion_material"
BEGIN
	SELECT RAISE(ABORT, 'opinion_material is append-only');
END;

CREATE TRIGGER opinion_material_refuses_replace BEFORE INSERT ON "opinion_material"
BEGIN
	SELECT RAISE(ABORT, 'opinion_material has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "opinion_material" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "opinion_id" = NEW."opinion_id" AND "material_id" = NEW."material_id")
	);
END;

CREATE TRIGGER opinion_revocation_refuses_update BEFORE UPDATE ON "opinion_revocation"
BEGIN
	SELECT RAISE(ABORT, 'opinion_revocation is append-only');
END;

CREATE TRIGGER opinion_revocation_refuses_delete BEFORE DELETE ON "opinion_revocation"
BEGIN
	SELECT RAISE(ABORT, 'opinion_revocation is append-only');
END;

CREATE TRIGGER opinion_revocation_refuses_replace BEFORE INSERT ON "opinion_revocation"
BEGIN
	SELECT RAISE(ABORT, 'opinion_revocation has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "opinion_revocation" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "opinion_id" = NEW."opinion_id")
	);
END;

CREATE TRIGGER reply_refuses_update BEFORE UPDATE ON "reply"
BEGIN
	SELECT RAISE(ABORT, 'reply is append-only');
END;

CREATE TRIGGER reply_refuses_delete BEFORE DELETE ON "reply"
BEGIN
	SELECT RAISE(ABORT, 'reply is append-only');
END;

CREATE TRIGGER reply_refuses_replace BEFORE INSERT ON "reply"
BEGIN
	SELECT RAISE(ABORT, 'reply has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "reply" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER recheck_item_refuses_update BEFORE UPDATE ON "recheck_item"
BEGIN
	SELECT RAISE(ABORT, 'recheck_item is append-only');
END;

CREATE TRIGGER recheck_item_refuses_delete BEFORE DELETE ON "recheck_item"
BEGIN
	SELECT RAISE(ABORT, 'recheck_item is append-only');
END;

CREATE TRIGGER recheck_item_refuses_replace BEFORE INSERT ON "recheck_item"
BEGIN
	SELECT RAISE(ABORT, 'recheck_item has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "recheck_item" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "recheck_id" = NEW."recheck_id" AND "opinion_item_id" = NEW."opinion_item_id")
	);
END;

CREATE TRIGGER recheck_step_refuses_update BEFORE UPDATE ON "recheck_step"
BEGIN
	SELECT RAISE(ABORT, 'recheck_step is append-only');
END;

CREATE TRIGGER recheck_step_refuses_delete BEFORE DELETE ON "recheck_step"
BEGIN
	SELECT RAISE(ABORT, 'recheck_step is append-only');
END;

CREATE TRIGGER recheck_step_refuses_replace BEFORE INSERT ON "recheck_step"
BEGIN
	SELECT RAISE(ABORT, 'recheck_step has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "recheck_step" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "recheck_id" = NEW."recheck_id" AND "step_answer_id" = NEW."step_answer_id")
	);
END;

CREATE TRIGGER clearance_refuses_update BEFORE UPDATE ON "clearance"
BEGIN
	SELECT RAISE(ABORT, 'clearance is append-only');
END;

CREATE TRIGGER clearance_refuses_delete BEFORE DELETE ON "clearance"
BEGIN
	SELECT RAISE(ABORT, 'clearance is append-only');
END;

CREATE TRIGGER clearance_refuses_replace BEFORE INSERT ON "clearance"
BEGIN
	SELECT RAISE(ABORT, 'clearance has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "clearance" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "number" = NEW."number")
	);
END;

CREATE TRIGGER agenda_outcome_refuses_update BEFORE UPDATE ON "agenda_outcome"
BEGIN
	SELECT RAISE(ABORT, 'agenda_outcome is append-only');
END;

CREATE TRIGGER agenda_outcome_refuses_delete BEFORE DELETE ON "agenda_outcome"
BEGIN
	SELECT RAISE(ABORT, 'agenda_outcome is append-only');
END;

CREATE TRIGGER agenda_outcome_refuses_replace BEFORE INSERT ON "agenda_outcome"
BEGIN
	SELECT RAISE(ABORT, 'agenda_outcome has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "agenda_outcome" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "agenda_item_id" = NEW."agenda_item_id")
	);
END;

CREATE TRIGGER urgent_approval_refuses_update BEFORE UPDATE ON "urgent_approval"
BEGIN
	SELECT RAISE(ABORT, 'urgent_approval is append-only');
END;

CREATE TRIGGER urgent_approval_refuses_delete BEFORE DELETE ON "urgent_approval"
BEGIN
	SELECT RAISE(ABORT, 'urgent_approval is append-only');
END;

CREATE TRIGGER urgent_approval_refuses_replace BEFORE INSERT ON "urgent_approval"
BEGIN
	SELECT RAISE(ABORT, 'urgent_approval has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "urgent_approval" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "meeting_id" = NEW."meeting_id" AND "matter_id" = NEW."matter_id")
	);
END;

CREATE TRIGGER audit_entry_refuses_update BEFORE UPDATE ON "audit_entry"
BEGIN
	SELECT RAISE(ABORT, 'audit_entry is append-only');
END;

CREATE TRIGGER audit_entry_refuses_delete BEFORE DELETE ON "audit_entry"
BEGIN
	SELECT RAISE(ABORT, 'audit_entry is append-only');
END;

CREATE TRIGGER audit_entry_refuses_replace BEFORE INSERT ON "audit_entry"
BEGIN
	SELECT RAISE(ABORT, 'audit_entry has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "audit_entry" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "stream" = NEW."stream" AND "seq" = NEW."seq")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "stream" = NEW."stream" AND "prev" = NEW."prev")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "hash" = NEW."hash")
	);
END;

CREATE TRIGGER command_receipt_refuses_update BEFORE UPDATE ON "command_receipt"
BEGIN
	SELECT RAISE(ABORT, 'command_receipt is append-only');
END;

CREATE TRIGGER command_receipt_refuses_delete BEFORE DELETE ON "command_receipt"
BEGIN
	SELECT RAISE(ABORT, 'command_receipt is append-only');
END;

CREATE TRIGGER command_receipt_refuses_replace BEFORE INSERT ON "command_receipt"
BEGIN
	SELECT RAISE(ABORT, 'command_receipt has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "command_receipt" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "actor_id" = NEW."actor_id" AND "key" = NEW."key")
	);
END;

-- A re-check is decided once.
CREATE TRIGGER recheck_refuses_delete BEFORE DELETE ON "recheck"
BEGIN
	SELECT RAISE(ABORT, 'recheck is append-only');
END;

CREATE TRIGGER recheck_refuses_replace BEFORE INSERT ON "recheck"
BEGIN
	SELECT RAISE(ABORT, 'recheck has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "recheck" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER recheck_is_decided_once BEFORE UPDATE ON "recheck"
BEGIN
	SELECT RAISE(ABORT, 'recheck is decided already')
	WHERE OLD."decision" IS NOT NULL
		OR NEW."jurisdiction_id" <> OLD."jurisdiction_id" OR NEW."id" <> OLD."id" OR NEW."matter_id" <> OLD."matter_id"
		OR NEW."opinion_id" <> OLD."opinion_id" OR NEW."version_id" <> OLD."version_id"
		OR NEW."content_sha256" <> OLD."content_sha256" OR NEW."reviewer_id" <> OLD."reviewer_id"
		OR NEW."result" <> OLD."result" OR NEW."rowid" <> OLD."rowid";
END;

-- An entry of the trail continues its stream from the last one.
CREATE TRIGGER audit_entry_continues_its_stream BEFORE INSERT ON "audit_entry"
BEGIN
	SELECT RAISE(ABORT, 'audit_entry does not continue its stream')
	WHERE NOT (
		(NEW."seq" = 1 AND NEW."prev" = '0000000000000000000000000000000000000000000000000000000000000000')
		OR EXISTS (
			SELECT 1 FROM "audit_entry"
			WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "stream" = NEW."stream"
				AND "seq" = NEW."seq" - 1 AND "hash" = NEW."prev"
		)
	);
END;

CREATE TRIGGER audit_stream_refuses_delete BEFORE DELETE ON "audit_stream"
BEGIN
	SELECT RAISE(ABORT, 'audit_stream is kept');
END;

CREATE TRIGGER audit_stream_refuses_replace BEFORE INSERT ON "audit_stream"
BEGIN
	SELECT RAISE(ABORT, 'audit_stream has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "audit_stream" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "stream" = NEW."stream")
	);
END;

CREATE TRIGGER audit_stream_follows_its_entries BEFORE UPDATE ON "audit_stream"
BEGIN
	SELECT RAISE(ABORT, 'audit_stream names no entry')
	WHERE NEW."jurisdiction_id" <> OLD."jurisdiction_id" OR NEW."stream" <> OLD."stream" OR NEW."rowid" <> OLD."rowid"
		OR NEW."seq" <> OLD."seq" + 1
		OR NOT EXISTS (
			SELECT 1 FROM "audit_entry"
			WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "stream" = NEW."stream"
				AND "seq" = NEW."seq" AND "hash" = NEW."hash"
		);
END;
