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
    "received_at" TIMESTAMP(3) NOT NULL,
    "entered_by" TEXT,
    "post_id" TEXT,

    CONSTRAINT "public_comment_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "public_comment_source" CHECK ((source = 'online' AND entered_by IS NULL AND point_name IS NULL) OR (source = 'contact-point' AND entered_by IS NOT NULL AND point_name <> '') OR (source = 'letter' AND entered_by IS NOT NULL AND point_name IS NULL)),
    CONSTRAINT "public_comment_standing" CHECK (standing IN ('resident', 'enterprise', 'organisation')),
    CONSTRAINT "public_comment_words" CHECK (words <> '' AND length(words) <= 2000 AND number > 0 AND length(receipt) >= 16)
);

CREATE TABLE "visitor_try" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "visitor_try_pkey" PRIMARY KEY ("key")
);

CREATE UNIQUE INDEX "public_comment_number" ON "public_comment"("jurisdiction_id", "consultation_id", "number");
CREATE UNIQUE INDEX "public_comment_receipt" ON "public_comment"("receipt");

ALTER TABLE "public_comment" ADD CONSTRAINT "public_comment_consultation" FOREIGN KEY ("jurisdiction_id", "consultation_id") REFERENCES "consultation"("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE FUNCTION "public_comment_while_open"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT 1 FROM "consultation_end"
		WHERE "jurisdiction_id" = NEW."jurisdiction_id" AND "consultation_id" = NEW."consultation_id"
	)
	THEN
		RAISE EXCEPTION 'the consultation has ended' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "public_comment_while_open" BEFORE INSERT ON "public_comment" FOR EACH ROW EXECUTE FUNCTION "public_comment_while_open"();
ALTER TABLE "public_comment" ENABLE ALWAYS TRIGGER "public_comment_while_open";

CREATE TRIGGER "public_comment_refuses_change" BEFORE UPDATE OR DELETE ON "public_comment" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "public_comment" ENABLE ALWAYS TRIGGER "public_comment_refuses_change";

CREATE TRIGGER "public_comment_refuses_truncate" BEFORE TRUNCATE ON "public_comment" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "public_comment" ENABLE ALWAYS TRIGGER "public_comment_refuses_truncate";
