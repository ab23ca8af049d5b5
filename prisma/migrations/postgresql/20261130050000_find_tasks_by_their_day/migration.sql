-- The work list shows the tasks of a meeting in the order of their days.

CREATE INDEX "follow_up_task_by_day" ON "follow_up_task" ("jurisdiction_id", "due_on", "id");
