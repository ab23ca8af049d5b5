-- Reminders of a period, each given once: a second one finds its key taken.

CREATE TABLE "reminder" (
    "jurisdiction_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "reminded_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "stage", "subject_id", "day"),
    CONSTRAINT "reminder_stage" CHECK (stage IN ('half', 'eve', 'due', 'overdue', 'digest'))
);
