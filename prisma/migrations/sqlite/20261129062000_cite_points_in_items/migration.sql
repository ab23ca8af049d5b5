-- An item of an opinion cites the review points that it answers: what is wrong at a place is a problem at a point. The
-- foreign keys hold item and point to one opinion.

CREATE TABLE "opinion_item_point" (
    "jurisdiction_id" TEXT NOT NULL,
    "opinion_id" TEXT NOT NULL,
    "opinion_item_id" TEXT NOT NULL,
    "point" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "opinion_item_id", "point"),
    CONSTRAINT "opinion_item_point_item" FOREIGN KEY ("jurisdiction_id", "opinion_item_id", "opinion_id") REFERENCES "opinion_item" ("jurisdiction_id", "id", "opinion_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "opinion_item_point_answer" FOREIGN KEY ("jurisdiction_id", "opinion_id", "point") REFERENCES "opinion_point" ("jurisdiction_id", "opinion_id", "point") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE INDEX "opinion_item_point_jurisdiction_id_opinion_id_point_idx" ON "opinion_item_point"("jurisdiction_id", "opinion_id", "point");

CREATE UNIQUE INDEX "opinion_item_jurisdiction_id_id_opinion_id_key" ON "opinion_item"("jurisdiction_id", "id", "opinion_id");

CREATE TRIGGER opinion_item_point_refuses_update BEFORE UPDATE ON "opinion_item_point"
BEGIN
	SELECT RAISE(ABORT, 'opinion_item_point is append-only');
END;

CREATE TRIGGER opinion_item_point_refuses_delete BEFORE DELETE ON "opinion_item_point"
BEGIN
	SELECT RAISE(ABORT, 'opinion_item_point is append-only');
END;

CREATE TRIGGER opinion_item_point_refuses_replace BEFORE INSERT ON "opinion_item_point"
BEGIN
	SELECT RAISE(ABORT, 'opinion_item_point has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "opinion_item_point" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "opinion_item_id" = NEW."opinion_item_id" AND "point" = NEW."point")
	);
END;
