-- 规则与期限: a new version of an entry of the law as data takes one person who proposes it and another who confirms it. What a
-- release ships is put in before there is a house, or while the start says that it is putting it in. No version is ever changed.

CREATE TABLE "reference_kind_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "reference_kind_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "reference_kind_code" ("code") VALUES ('review-limits'), ('track-periods'), ('working-days'), ('checklist-item'), ('review-point'), ('reason'), ('precheck-rule'), ('precheck-list'), ('statute');

CREATE TABLE "reference_mark_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "reference_mark_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "reference_mark_code" ("code") VALUES ('verified'), ('to-be-confirmed');

CREATE TABLE "reference_proposal" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "effective_from" TEXT NOT NULL,
    "replaces" TEXT,
    "body" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "last_checked" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "reference_proposal_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "reference_proposal_words" CHECK (code <> '' AND body <> '' AND source <> '' AND reason <> ''),
    CONSTRAINT "reference_proposal_later" CHECK (effective_from >= last_checked AND (replaces IS NULL OR effective_from > replaces))
);

CREATE UNIQUE INDEX "reference_proposal_as_decided" ON "reference_proposal"("jurisdiction_id", "id", "proposed_by", "effective_from");
CREATE INDEX "reference_proposal_of_entry" ON "reference_proposal"("jurisdiction_id", "kind", "code");

CREATE TABLE "reference_decision" (
    "jurisdiction_id" TEXT NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "effective_from" TEXT NOT NULL,
    "is_confirmed" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_on" TEXT NOT NULL,
    "decided_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "reference_decision_pkey" PRIMARY KEY ("jurisdiction_id", "proposal_id"),
    CONSTRAINT "reference_decision_two_hands" CHECK (decided_by <> proposed_by),
    CONSTRAINT "reference_decision_reason" CHECK (is_confirmed OR reason <> ''),
    CONSTRAINT "reference_decision_in_time" CHECK (NOT is_confirmed OR effective_from >= decided_on)
);

CREATE UNIQUE INDEX "reference_decision_of_proposal" ON "reference_decision"("jurisdiction_id", "proposal_id", "proposed_by", "effective_from");

ALTER TABLE "reference_proposal" ADD CONSTRAINT "reference_proposal_kind_code" FOREIGN KEY ("kind") REFERENCES "reference_kind_code"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "reference_proposal" ADD CONSTRAINT "reference_proposal_mark_code" FOREIGN KEY ("mark") REFERENCES "reference_mark_code"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "reference_decision" ADD CONSTRAINT "reference_decision_proposal" FOREIGN KEY ("jurisdiction_id", "proposal_id", "proposed_by", "effective_from") REFERENCES "reference_proposal"("jurisdiction_id", "id", "proposed_by", "effective_from") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "reference_entry" ADD COLUMN "proposal_id" TEXT;

-- A version is what two persons have agreed upon, word for word, or comes with a release.
CREATE FUNCTION "reference_entry_is_confirmed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (
		SELECT 1 FROM "reference_decision" "decision"
			JOIN "reference_proposal" "proposal" ON "proposal"."jurisdiction_id" = "decision"."jurisdiction_id"
				AND "proposal"."id" = "decision"."proposal_id"
		WHERE "proposal"."id" = NEW."proposal_id" AND "decision"."is_confirmed"
			AND "decision"."decided_by" <> "proposal"."proposed_by"
			AND "proposal"."kind" = NEW."kind" AND "proposal"."code" = NEW."code"
			AND "proposal"."effective_from" = NEW."effective_from" AND "proposal"."body" = NEW."body"
			AND "proposal"."source" = NEW."source" AND "proposal"."mark" = NEW."mark"
			AND "proposal"."last_checked" = NEW."last_checked"
	)
	AND NOT (
		NEW."proposal_id" IS NULL
		AND (
			NOT EXISTS (SELECT 1 FROM "jurisdiction")
			OR EXISTS (SELECT 1 FROM "installation" WHERE "name" = 'reference-of-release' AND "value" = 'being-put-in')
		)
	)
	THEN
		RAISE EXCEPTION 'no version of this entry was confirmed by a second person' USING ERRCODE = 'P9001';
	END IF;
	RETURN NEW;
END;
$$;
CREATE TRIGGER "reference_entry_is_confirmed" BEFORE INSERT ON "reference_entry" FOR EACH ROW EXECUTE FUNCTION "reference_entry_is_confirmed"();
ALTER TABLE "reference_entry" ENABLE ALWAYS TRIGGER "reference_entry_is_confirmed";

CREATE FUNCTION "reference_entry_keeps_contents"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a version of an entry is never changed or taken away' USING ERRCODE = 'P9001';
END;
$$;
CREATE TRIGGER "reference_entry_keeps_contents" BEFORE UPDATE OR DELETE ON "reference_entry" FOR EACH ROW EXECUTE FUNCTION "reference_entry_keeps_contents"();
ALTER TABLE "reference_entry" ENABLE ALWAYS TRIGGER "reference_entry_keeps_contents";

CREATE TRIGGER "reference_entry_keeps_rows" BEFORE TRUNCATE ON "reference_entry" FOR EACH STATEMENT EXECUTE FUNCTION "reference_entry_keeps_contents"();
ALTER TABLE "reference_entry" ENABLE ALWAYS TRIGGER "reference_entry_keeps_rows";

CREATE TRIGGER "reference_proposal_refuses_change" BEFORE UPDATE OR DELETE ON "reference_proposal" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "reference_proposal" ENABLE ALWAYS TRIGGER "reference_proposal_refuses_change";

CREATE TRIGGER "reference_proposal_refuses_truncate" BEFORE TRUNCATE ON "reference_proposal" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "reference_proposal" ENABLE ALWAYS TRIGGER "reference_proposal_refuses_truncate";

CREATE TRIGGER "reference_decision_refuses_change" BEFORE UPDATE OR DELETE ON "reference_decision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "reference_decision" ENABLE ALWAYS TRIGGER "reference_decision_refuses_change";

CREATE TRIGGER "reference_decision_refuses_truncate" BEFORE TRUNCATE ON "reference_decision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "reference_decision" ENABLE ALWAYS TRIGGER "reference_decision_refuses_truncate";
