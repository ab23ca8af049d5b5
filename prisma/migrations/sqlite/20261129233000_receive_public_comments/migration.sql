-- 公众意见: what anybody says of a draft that is open to the public, and how often a visitor has tried.

CREATE TABLE "public_comment" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "consultation_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "receipt" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "point_name" TEXT,
    "article" TEXT,
    "words" TEXT NOT NULL,
    "wish" TEXT,
    "standing" TEXT NOT NULL,
    "name" TEXT,
    "contact" TEXT,
    "received_on" TEXT NOT NULL,
    "is_late" BOOLEAN NOT NULL,
    "received_at" DATETIME NOT NULL,
    "entered_by" TEXT,
    "post_id" TEXT,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "public_comment_consultation" FOREIGN KEY ("jurisdiction_id", "consultation_id") REFERENCES "consultation" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "public_comment_source" CHECK ((source = 'online' AND entered_by IS NULL AND point_name IS NULL) OR (source = 'contact-point' AND entered_by IS NOT NULL AND point_name <> '') OR (source = 'letter' AND entered_by IS NOT NULL AND point_name IS NULL)),
    CONSTRAINT "public_comment_standing" CHECK (standing IN ('resident', 'enterprise', 'organisation')),
    CONSTRAINT "public_comment_words" CHECK (words <> '' AND length(words) <= 2000 AND number > 0 AND length(receipt) >= 16)
);

CREATE TABLE "visitor_try" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" DATETIME,

    PRIMARY KEY ("key")
);

CREATE UNIQUE INDEX "public_comment_number" ON "public_comment"("jurisdiction_id", "consultation_id", "number");
CREATE UNIQUE INDEX "public_comment_receipt" ON "public_comment"("receipt");

CREATE TRIGGER public_comment_while_open BEFORE INSERT ON "public_comment"
BEGIN
	SELECT RAISE(ABORT, 'the consultation has ended')
	WHERE EXISTS (
		SELECT 1 FROM "consultation_end"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "consultation_id" = NEW."consultation_id"
	);
END;

CREATE TRIGGER public_comment_refuses_update BEFORE UPDATE ON "public_comment"
BEGIN
	SELECT RAISE(ABORT, 'public_comment is append-only');
END;

CREATE TRIGGER public_comment_refuses_delete BEFORE DELETE ON "public_comment"
BEGIN
	SELECT RAISE(ABORT, 'public_comment is append-only');
END;

CREATE TRIGGER public_comment_refuses_replace BEFORE INSERT ON "public_comment"
BEGIN
	SELECT RAISE(ABORT, 'public_comment has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "public_comment" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "consultation_id" = NEW."consultation_id" AND "number" = NEW."number")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "receipt" = NEW."receipt")
	);
END;
