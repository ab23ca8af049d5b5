-- What a meeting took up outside the system (未经系统准入, H15) is recorded once it was held, and can be neither changed nor hidden.

CREATE TABLE "off_system_item" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organ" TEXT NOT NULL,
    "decision_text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "reported_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "reported_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "off_system_item_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "off_system_item_words" CHECK (title <> '' AND organ <> '' AND decision_text <> '' AND reason <> '')
);

CREATE INDEX "off_system_item_of_meeting" ON "off_system_item"("jurisdiction_id", "meeting_id");

ALTER TABLE "off_system_item" ADD CONSTRAINT "off_system_item_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE FUNCTION "off_system_item_follows_its_meeting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "meeting"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."meeting_id" AND "state" IN ('held', 'closed')
	)
	THEN
		RAISE EXCEPTION 'the meeting was not held' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "off_system_item_follows_its_meeting" BEFORE INSERT ON "off_system_item" FOR EACH ROW EXECUTE FUNCTION "off_system_item_follows_its_meeting"();
ALTER TABLE "off_system_item" ENABLE ALWAYS TRIGGER "off_system_item_follows_its_meeting";

CREATE TRIGGER "off_system_item_refuses_change" BEFORE UPDATE OR DELETE ON "off_system_item" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "off_system_item" ENABLE ALWAYS TRIGGER "off_system_item_refuses_change";

CREATE TRIGGER "off_system_item_refuses_truncate" BEFORE TRUNCATE ON "off_system_item" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "off_system_item" ENABLE ALWAYS TRIGGER "off_system_item_refuses_truncate";

