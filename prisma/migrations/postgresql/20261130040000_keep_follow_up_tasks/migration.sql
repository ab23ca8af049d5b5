-- 督办: what a meeting gave a unit to do and by when, and what became of it: reported by the unit, confirmed or sent back by
-- the office. Rows are only added.

CREATE TABLE "follow_up_step_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "follow_up_step_code_pkey" PRIMARY KEY ("code")
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
    "set_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "follow_up_task_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
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
    "done_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "follow_up_step_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "follow_up_step_words" CHECK (words <> '')
);

CREATE INDEX "follow_up_task_of_meeting" ON "follow_up_task"("jurisdiction_id", "meeting_id");
CREATE INDEX "follow_up_task_of_organ" ON "follow_up_task"("jurisdiction_id", "organ_id");
CREATE INDEX "follow_up_task_of_item" ON "follow_up_task"("jurisdiction_id", "agenda_item_id");
CREATE INDEX "follow_up_step_of_task" ON "follow_up_step"("jurisdiction_id", "task_id");

ALTER TABLE "follow_up_task" ADD CONSTRAINT "follow_up_task_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "follow_up_task" ADD CONSTRAINT "follow_up_task_item" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_item"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "follow_up_task" ADD CONSTRAINT "follow_up_task_organ" FOREIGN KEY ("jurisdiction_id", "organ_id") REFERENCES "organ"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "follow_up_step" ADD CONSTRAINT "follow_up_step_task" FOREIGN KEY ("jurisdiction_id", "task_id") REFERENCES "follow_up_task"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "follow_up_step" ADD CONSTRAINT "follow_up_step_step_code" FOREIGN KEY ("step") REFERENCES "follow_up_step_code"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "follow_up_task_refuses_change" BEFORE UPDATE OR DELETE ON "follow_up_task" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "follow_up_task" ENABLE ALWAYS TRIGGER "follow_up_task_refuses_change";

CREATE TRIGGER "follow_up_task_refuses_truncate" BEFORE TRUNCATE ON "follow_up_task" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "follow_up_task" ENABLE ALWAYS TRIGGER "follow_up_task_refuses_truncate";

CREATE TRIGGER "follow_up_step_refuses_change" BEFORE UPDATE OR DELETE ON "follow_up_step" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "follow_up_step" ENABLE ALWAYS TRIGGER "follow_up_step_refuses_change";

CREATE TRIGGER "follow_up_step_refuses_truncate" BEFORE TRUNCATE ON "follow_up_step" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "follow_up_step" ENABLE ALWAYS TRIGGER "follow_up_step_refuses_truncate";

