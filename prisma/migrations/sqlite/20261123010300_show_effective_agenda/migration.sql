-- The only thing that the agenda page and the packet read: a listing shows while every condition holds together, its
-- clearance not expired by the clock. A row that somebody forged past the walls simply does not show here.

CREATE VIEW "agenda_effective" AS
SELECT
	"listing"."jurisdiction_id",
	"listing"."agenda_item_id",
	"listing"."meeting_id",
	"listing"."matter_id",
	"listing"."version_id",
	"listing"."content_sha256",
	"listing"."clearance_id",
	"item"."position"
FROM "agenda_listing" "listing"
	JOIN "agenda_item" "item" ON "item"."jurisdiction_id" = "listing"."jurisdiction_id"
		AND "item"."id" = "listing"."agenda_item_id" AND "item"."matter_id" = "listing"."matter_id"
		AND "item"."meeting_id" = "listing"."meeting_id" AND "item"."state" IN ('listed', 'notified')
	JOIN "meeting" ON "meeting"."jurisdiction_id" = "listing"."jurisdiction_id"
		AND "meeting"."id" = "listing"."meeting_id" AND "meeting"."state" <> 'cancelled'
	JOIN "clearance_live" "live" ON "live"."jurisdiction_id" = "listing"."jurisdiction_id"
		AND "live"."clearance_id" = "listing"."clearance_id" AND "live"."matter_id" = "listing"."matter_id"
		AND "live"."version_id" = "listing"."version_id"
		AND "live"."content_sha256" = "listing"."content_sha256"
	JOIN "clearance_state" "standing" ON "standing"."jurisdiction_id" = "live"."jurisdiction_id"
		AND "standing"."clearance_id" = "live"."clearance_id" AND "standing"."state" = 'valid'
	JOIN "clearance" ON "clearance"."jurisdiction_id" = "live"."jurisdiction_id"
		AND "clearance"."id" = "live"."clearance_id" AND "clearance"."matter_id" = "live"."matter_id"
		AND "clearance"."version_id" = "live"."version_id"
		AND "clearance"."content_sha256" = "live"."content_sha256"
	JOIN "matter" ON "matter"."jurisdiction_id" = "live"."jurisdiction_id"
		AND "matter"."id" = "live"."matter_id" AND "matter"."current_version_id" = "live"."version_id"
		AND "matter"."state" IN ('cleared', 'out-of-scope')
	JOIN "draft_version" "version" ON "version"."jurisdiction_id" = "live"."jurisdiction_id"
		AND "version"."id" = "live"."version_id" AND "version"."matter_id" = "live"."matter_id"
		AND "version"."content_sha256" = "live"."content_sha256"
WHERE "clearance"."expires_at" IS NULL OR "clearance"."expires_at" > strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now');

-- Listings that stand in the table and not in the view: always none, unless somebody went round the walls or a
-- clearance ran out a moment ago.
CREATE VIEW "gate_violation" AS
SELECT "listing".*
FROM "agenda_listing" "listing"
WHERE NOT EXISTS (
	SELECT 1 FROM "agenda_effective" "effective"
	WHERE "effective"."jurisdiction_id" = "listing"."jurisdiction_id"
		AND "effective"."agenda_item_id" = "listing"."agenda_item_id"
);
