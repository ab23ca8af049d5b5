-- The rows of a record are compared with the trail wherever the gate rests on them: each is found by its matter.

CREATE INDEX "draft_version_of_matter" ON "draft_version"("jurisdiction_id", "matter_id", "id");
CREATE INDEX "reading_confirmation_of_matter" ON "reading_confirmation"("jurisdiction_id", "matter_id");
CREATE INDEX "reply_of_matter" ON "reply"("jurisdiction_id", "matter_id");
CREATE INDEX "meeting_check_of_matter" ON "meeting_check"("jurisdiction_id", "matter_id");
CREATE INDEX "meeting_check_decision_of_matter" ON "meeting_check_decision"("jurisdiction_id", "matter_id");
CREATE INDEX "clearance_of_matter" ON "clearance"("jurisdiction_id", "matter_id", "id");
CREATE INDEX "agenda_outcome_of_matter" ON "agenda_outcome"("jurisdiction_id", "matter_id");
CREATE INDEX "agenda_outcome_of_meeting" ON "agenda_outcome"("jurisdiction_id", "meeting_id");
