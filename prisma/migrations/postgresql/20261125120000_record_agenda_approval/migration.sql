-- Who approved an agenda, and on which day, as the secretary stated when it was fixed; agendas fixed before have none.
ALTER TABLE "meeting" ADD COLUMN "agenda_approved_by" TEXT;
ALTER TABLE "meeting" ADD COLUMN "agenda_approved_on" TEXT;
