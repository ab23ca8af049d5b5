-- 督办: what a meeting gave a unit to do and by when, and what became of it: reported by the unit, confirmed or sent back by
-- the office. Rows are only added.

CREATE TABLE "follow_up_step_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "follow_up_step_code" ("code") VALUES ('reported'), ('confirmed'), ('returned');

CREATE TABLE "follow_up_task" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "agenda_item_id" TEXT NOT NULL,
    "organ_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "set_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "set_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "follow_up_task_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "follow_up_task_item" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_item" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "follow_up_task_organ" FOREIGN KEY ("jurisdiction_id", "organ_id") REFERENCES "organ" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "follow_up_task_words" CHECK (what <> '' AND due_on <> '')
);

CREATE TABLE "follow_up_step" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "done_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "done_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "follow_up_step_task" FOREIGN KEY ("jurisdiction_id", "task_id") REFERENCES "follow_up_task" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "follow_up_step_step_code" FOREIGN KEY ("step") REFERENCES "follow_up_step_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "follow_up_step_words" CHECK (words <> '')
);

CREATE INDEX "follow_up_task_of_meeting" ON "follow_up_task"("jurisdiction_id", "meeting_id");
CREATE INDEX "follow_up_task_of_organ" ON "follow_up_task"("jurisdiction_id", "organ_id");
CREATE INDEX "follow_up_task_of_item" ON "follow_up_task"("jurisdiction_id", "agenda_item_id");
CREATE INDEX "follow_up_step_of_task" ON "follow_up_step"("jurisdiction_id", "task_id");

CREATE TRIGGER follow_up_task_refuses_update BEFORE UPDATE ON "follow_up_task"
BEGIN
	SELECT RAISE(ABORT, 'follow_up_task is append-only');
END;

CREATE TRIGGER follow_up_task_refuses_delete BEFORE DELETE ON "follow_up_task"
BEGIN
	SELECT RAISE(ABORT, 'follow_up_task is append-only');
END;

CREATE TRIGGER follow_up_task_refuses_replace BEFORE INSERT ON "follow_up_task"
BEGIN
	SELECT RAISE(ABORT, 'follow_up_task has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "follow_up_task" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

CREATE TRIGGER follow_up_step_refuses_update BEFORE UPDATE ON "follow_up_step"
BEGIN
	SELECT RAISE(ABORT, 'follow_up_step is append-only');
END;

CREATE TRIGGER follow_up_step_refuses_delete BEFORE DELETE ON "follow_up_step"
BEGIN
	SELECT RAISE(ABORT, 'follow_up_step is append-only');
END;

CREATE TRIGGER follow_up_step_refuses_replace BEFORE INSERT ON "follow_up_step"
BEGIN
	SELECT RAISE(ABORT, 'follow_up_step has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "follow_up_step" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;

