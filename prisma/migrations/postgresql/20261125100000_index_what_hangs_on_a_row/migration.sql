-- A page reads what hangs on each row in one statement, row by row: without these, each would be looked for among all
-- of its jurisdiction.

CREATE INDEX "opinion_step_jurisdiction_id_step_answer_id_idx" ON "opinion_step"("jurisdiction_id", "step_answer_id");

CREATE INDEX "recheck_step_jurisdiction_id_step_answer_id_idx" ON "recheck_step"("jurisdiction_id", "step_answer_id");

CREATE INDEX "recheck_item_jurisdiction_id_opinion_item_id_idx" ON "recheck_item"("jurisdiction_id", "opinion_item_id");

CREATE INDEX "agenda_listing_jurisdiction_id_meeting_id_idx" ON "agenda_listing"("jurisdiction_id", "meeting_id");
