-- Every list, search and count of a page finds its rows by an index, in the order in which it shows them: with a
-- jurisdiction alone each of them went over all that the district has ever done.

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
CREATE INDEX "audit_entry_by_place" ON "audit_entry"("jurisdiction_id", split_part("stream", '/', 1), "at", "stream", "seq");
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

    CONSTRAINT "refusal_count_pkey" PRIMARY KEY ("jurisdiction_id", "place", "kind")
);

INSERT INTO "refusal_count" ("jurisdiction_id", "place", "kind", "count")
SELECT "entry"."jurisdiction_id", split_part("entry"."stream", '/', 1), "entry"."kind",
	sum(coalesce("tally"."count", 1))
FROM "audit_entry" "entry" LEFT JOIN "refusal_tally" "tally"
	ON "tally"."jurisdiction_id" = "entry"."jurisdiction_id" AND "tally"."stream" = "entry"."stream"
	AND "tally"."seq" = "entry"."seq"
WHERE "entry"."outcome" = 'refused'
GROUP BY 1, 2, 3;

CREATE FUNCTION "count_refusal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "refusal_count" ("jurisdiction_id", "place", "kind", "count")
	VALUES (NEW."jurisdiction_id", split_part(NEW."stream", '/', 1), NEW."kind", 1)
	ON CONFLICT ("jurisdiction_id", "place", "kind") DO UPDATE SET "count" = "refusal_count"."count" + 1;
	RETURN NULL;
END;
$$;

CREATE TRIGGER "refusal_is_counted" AFTER INSERT ON "audit_entry" FOR EACH ROW WHEN (NEW."outcome" = 'refused') EXECUTE FUNCTION "count_refusal"();

-- An entry is counted once by itself, so its first tally of two adds one.
CREATE FUNCTION "count_repeated_refusal"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	"before" INTEGER := 1;
BEGIN
	IF TG_OP = 'UPDATE' THEN "before" := OLD."count"; END IF;
	UPDATE "refusal_count" SET "count" = "refusal_count"."count" + NEW."count" - "before"
	FROM "audit_entry" "entry"
	WHERE "entry"."jurisdiction_id" = NEW."jurisdiction_id" AND "entry"."stream" = NEW."stream" AND "entry"."seq" = NEW."seq"
		AND "refusal_count"."jurisdiction_id" = "entry"."jurisdiction_id"
		AND "refusal_count"."place" = split_part("entry"."stream", '/', 1) AND "refusal_count"."kind" = "entry"."kind";
	RETURN NULL;
END;
$$;

CREATE TRIGGER "repeated_refusal_is_counted" AFTER INSERT OR UPDATE ON "refusal_tally" FOR EACH ROW EXECUTE FUNCTION "count_repeated_refusal"();
ALTER TABLE "audit_entry" ENABLE ALWAYS TRIGGER "refusal_is_counted";
ALTER TABLE "refusal_tally" ENABLE ALWAYS TRIGGER "repeated_refusal_is_counted";
