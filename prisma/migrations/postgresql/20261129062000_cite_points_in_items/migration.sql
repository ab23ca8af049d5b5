-- An item of an opinion cites the review points that it answers: what is wrong at a place is a problem at a point. The
-- foreign keys hold item and point to one opinion.

CREATE UNIQUE INDEX "opinion_item_jurisdiction_id_id_opinion_id_key" ON "opinion_item"("jurisdiction_id", "id", "opinion_id");

CREATE TABLE "opinion_item_point" (
    "jurisdiction_id" TEXT NOT NULL,
    "opinion_id" TEXT NOT NULL,
    "opinion_item_id" TEXT NOT NULL,
    "point" TEXT NOT NULL,

    CONSTRAINT "opinion_item_point_pkey" PRIMARY KEY ("jurisdiction_id", "opinion_item_id", "point")
);

CREATE INDEX "opinion_item_point_jurisdiction_id_opinion_id_point_idx" ON "opinion_item_point"("jurisdiction_id", "opinion_id", "point");

ALTER TABLE "opinion_item_point" ADD CONSTRAINT "opinion_item_point_item" FOREIGN KEY ("jurisdiction_id", "opinion_item_id", "opinion_id") REFERENCES "opinion_item"("jurisdiction_id", "id", "opinion_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "opinion_item_point" ADD CONSTRAINT "opinion_item_point_answer" FOREIGN KEY ("jurisdiction_id", "opinion_id", "point") REFERENCES "opinion_point"("jurisdiction_id", "opinion_id", "point") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "opinion_item_point_refuses_change" BEFORE UPDATE OR DELETE ON "opinion_item_point" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "opinion_item_point" ENABLE ALWAYS TRIGGER "opinion_item_point_refuses_change";

CREATE TRIGGER "opinion_item_point_refuses_truncate" BEFORE TRUNCATE ON "opinion_item_point" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "opinion_item_point" ENABLE ALWAYS TRIGGER "opinion_item_point_refuses_truncate";
