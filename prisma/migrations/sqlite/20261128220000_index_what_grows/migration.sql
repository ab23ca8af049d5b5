-- Every list, search and count of a page finds its rows by an index, in the order in which it shows them: with a
-- jurisdiction alone each of them went over all that the district has ever done. SQLite chooses these without ANALYZE.

DROP INDEX "notice_jurisdiction_id_person_id_read_at_idx";
CREATE INDEX "notice_unread" ON "notice"("jurisdiction_id", "person_id", "read_at", "id");

DROP INDEX "assignment_jurisdiction_id_matter_id_role_idx";
CREATE INDEX "assignment_of_matter" ON "assignment"("jurisdiction_id", "matter_id", "role", "person_id", "ended_at");
DROP INDEX "assignment_jurisdiction_id_person_id_role_idx";
CREATE INDEX "assignment_of_person" ON "assignment"("jurisdiction_id", "person_id", "role", "ended_at", "matter_id");

DROP INDEX "agenda_item_jurisdiction_id_matter_id_state_idx";
CREATE INDEX "agenda_item_of_matter" ON "agenda_item"("jurisdiction_id", "matter_id", "organ_id", "state");
CREATE INDEX "agenda_item_of_organ" ON "agenda_item"("jurisdiction_id", "organ_id", "matter_id");

DROP INDEX "agenda_listing_jurisdiction_id_meeting_id_idx";
CREATE INDEX "agenda_listing_of_meeting" ON "agenda_listing"("jurisdiction_id", "meeting_id", "agenda_item_id");

CREATE INDEX "agenda_outcome_by_time" ON "agenda_outcome"("jurisdiction_id", "recorded_at", "outcome");
CREATE INDEX "agenda_outcome_of_clearance" ON "agenda_outcome"("jurisdiction_id", "clearance_id");

CREATE INDEX "matter_by_state" ON "matter"("jurisdiction_id", "state", "id");
CREATE INDEX "matter_of_organ" ON "matter"("jurisdiction_id", "organ_id", "id");
CREATE INDEX "matter_of_review_organ" ON "matter"("jurisdiction_id", "review_organ_id", "id");
CREATE INDEX "matter_track_by_track" ON "matter_track"("jurisdiction_id", "track", "matter_id");

CREATE INDEX "meeting_by_time" ON "meeting"("jurisdiction_id", "starts_at", "id");
CREATE INDEX "meeting_of_organ" ON "meeting"("jurisdiction_id", "organ_id", "starts_at", "id");
CREATE INDEX "meeting_of_chair" ON "meeting"("jurisdiction_id", "chair_id", "starts_at", "id");

CREATE INDEX "audit_entry_by_time" ON "audit_entry"("jurisdiction_id", "at", "stream", "seq");
CREATE INDEX "audit_entry_by_place" ON "audit_entry"("jurisdiction_id", substr("stream", 1, instr("stream" || '/', '/') - 1), "at", "stream", "seq");
CREATE INDEX "audit_entry_refused" ON "audit_entry"("jurisdiction_id", "at", "stream", "seq") WHERE "outcome" = 'refused';
CREATE INDEX "audit_entry_refused_by_kind" ON "audit_entry"("jurisdiction_id", "kind", "at") WHERE "outcome" = 'refused';
DROP INDEX "audit_entry_jurisdiction_id_kind_at_idx";
CREATE INDEX "audit_entry_by_kind" ON "audit_entry"("jurisdiction_id", "kind", "at", "stream", "seq");
DROP INDEX "audit_entry_jurisdiction_id_matter_id_at_idx";
CREATE INDEX "audit_entry_of_matter" ON "audit_entry"("jurisdiction_id", "matter_id", "kind");

-- How often each act was refused, kept while it happens: to count it took a reading of the whole trail. A figure for a
-- page; the trail itself is what counts as evidence.
CREATE TABLE "refusal_count" (
    "jurisdiction_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "place", "kind")
);

INSERT INTO "refusal_count" ("jurisdiction_id", "place", "kind", "count")
SELECT "entry"."jurisdiction_id", substr("entry"."stream", 1, instr("entry"."stream" || '/', '/') - 1), "entry"."kind",
	sum(coalesce("tally"."count", 1))
FROM "audit_entry" "entry" LEFT JOIN "refusal_tally" "tally"
	ON "tally"."jurisdiction_id" = "entry"."jurisdiction_id" AND "tally"."stream" = "entry"."stream"
	AND "tally"."seq" = "entry"."seq"
WHERE "entry"."outcome" = 'refused'
GROUP BY 1, 2, 3;

CREATE TRIGGER refusal_is_counted AFTER INSERT ON "audit_entry" WHEN NEW."outcome" = 'refused'
BEGIN
	INSERT INTO "refusal_count" ("jurisdiction_id", "place", "kind", "count")
	VALUES (NEW."jurisdiction_id", substr(NEW."stream", 1, instr(NEW."stream" || '/', '/') - 1), NEW."kind", 1)
	ON CONFLICT ("jurisdiction_id", "place", "kind") DO UPDATE SET "count" = "count" + 1;
END;

-- An entry is counted once by itself, so its first tally of two adds one.
CREATE TRIGGER repeated_refusal_is_counted AFTER INSERT ON "refusal_tally"
BEGIN
	UPDATE "refusal_count" SET "count" = "count" + NEW."count" - 1
	WHERE ("jurisdiction_id", "place", "kind") = (
		SELECT "jurisdiction_id", substr("stream", 1, instr("stream" || '/', '/') - 1), "kind" FROM "audit_entry"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "stream" = NEW."stream" AND "seq" = NEW."seq"
	);
END;

CREATE TRIGGER refusal_counted_again AFTER UPDATE ON "refusal_tally"
BEGIN
	UPDATE "refusal_count" SET "count" = "count" + NEW."count" - OLD."count"
	WHERE ("jurisdiction_id", "place", "kind") = (
		SELECT "jurisdiction_id", substr("stream", 1, instr("stream" || '/', '/') - 1), "kind" FROM "audit_entry"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "stream" = NEW."stream" AND "seq" = NEW."seq"
	);
END;
