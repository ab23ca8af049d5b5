-- Whoever consents does it: a leader to an item, the chair to an agenda, each by their own hand in the system or by a signed
-- paper that is attached. Nobody else's word is a consent, and none may be changed.

CREATE TABLE "leader_consent" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "agenda_item_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "is_given" BOOLEAN,
    "leader_id" TEXT,
    "leader_name" TEXT NOT NULL,
    "signed_on" TEXT,
    "words" TEXT NOT NULL,
    "file_name" TEXT,
    "file_sha256" TEXT,
    "media_type" TEXT,
    "recorded_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "leader_consent_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "leader_consent_own_hand" CHECK (is_given IS NULL OR file_sha256 IS NOT NULL OR (leader_id IS NOT NULL AND leader_id = recorded_by)),
    CONSTRAINT "leader_consent_asked" CHECK (is_given IS NOT NULL OR (file_sha256 IS NULL AND signed_on IS NULL)),
    CONSTRAINT "leader_consent_paper" CHECK ((file_sha256 IS NULL) = (file_name IS NULL) AND (file_sha256 IS NULL) = (media_type IS NULL)),
    CONSTRAINT "leader_consent_signed_on" CHECK (is_given IS NULL OR signed_on IS NOT NULL),
    CONSTRAINT "leader_consent_words" CHECK (is_given IS NULL OR is_given OR words <> '')
);

CREATE INDEX "leader_consent_of_matter" ON "leader_consent"("jurisdiction_id", "matter_id");
CREATE INDEX "leader_consent_of_item" ON "leader_consent"("jurisdiction_id", "agenda_item_id");
CREATE INDEX "leader_consent_of_leader" ON "leader_consent"("jurisdiction_id", "leader_id");

ALTER TABLE "leader_consent" ADD CONSTRAINT "leader_consent_item" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_item" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "leader_consent" ADD CONSTRAINT "leader_consent_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "leader_consent_refuses_change" BEFORE UPDATE OR DELETE ON "leader_consent" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "leader_consent" ENABLE ALWAYS TRIGGER "leader_consent_refuses_change";

CREATE TRIGGER "leader_consent_refuses_truncate" BEFORE TRUNCATE ON "leader_consent" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "leader_consent" ENABLE ALWAYS TRIGGER "leader_consent_refuses_truncate";

CREATE TABLE "agenda_approval" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "agenda_sha256" TEXT NOT NULL,
    "is_given" BOOLEAN,
    "approver_id" TEXT,
    "approver_name" TEXT NOT NULL,
    "signed_on" TEXT,
    "words" TEXT NOT NULL,
    "file_name" TEXT,
    "file_sha256" TEXT,
    "media_type" TEXT,
    "recorded_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "agenda_approval_pkey" PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "agenda_approval_own_hand" CHECK (is_given IS NULL OR file_sha256 IS NOT NULL OR (approver_id IS NOT NULL AND approver_id = recorded_by)),
    CONSTRAINT "agenda_approval_asked" CHECK (is_given IS NOT NULL OR (file_sha256 IS NULL AND signed_on IS NULL)),
    CONSTRAINT "agenda_approval_paper" CHECK ((file_sha256 IS NULL) = (file_name IS NULL) AND (file_sha256 IS NULL) = (media_type IS NULL)),
    CONSTRAINT "agenda_approval_signed_on" CHECK (is_given IS NULL OR signed_on IS NOT NULL),
    CONSTRAINT "agenda_approval_words" CHECK (is_given IS NULL OR is_given OR words <> '')
);

CREATE INDEX "agenda_approval_of_meeting" ON "agenda_approval"("jurisdiction_id", "meeting_id");

ALTER TABLE "agenda_approval" ADD CONSTRAINT "agenda_approval_meeting" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "agenda_approval_refuses_change" BEFORE UPDATE OR DELETE ON "agenda_approval" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "agenda_approval" ENABLE ALWAYS TRIGGER "agenda_approval_refuses_change";

CREATE TRIGGER "agenda_approval_refuses_truncate" BEFORE TRUNCATE ON "agenda_approval" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "agenda_approval" ENABLE ALWAYS TRIGGER "agenda_approval_refuses_truncate";
