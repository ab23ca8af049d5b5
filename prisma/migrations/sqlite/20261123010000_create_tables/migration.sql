-- The tables of every room: organisation, accounts, matters, reviews, clearances, meetings, the trail.
-- The chain that the gate stands on is in the foreign keys: draft_version <- clearance <- clearance_live <- agenda_listing,
-- and clearance_live also names the matter's current version. What they cannot say is in the CHECKs and in the next
-- migrations' triggers.

CREATE TABLE "account" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "login_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "password_set_at" DATETIME,
    "disabled_at" DATETIME,
    "created_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "account_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "account_jurisdiction_id_person_id_fkey" FOREIGN KEY ("jurisdiction_id", "person_id") REFERENCES "person" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "former_password" (
    "jurisdiction_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "set_at" DATETIME NOT NULL,
    "password_hash" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "account_id", "set_at"),
    CONSTRAINT "former_password_jurisdiction_id_account_id_fkey" FOREIGN KEY ("jurisdiction_id", "account_id") REFERENCES "account" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "jurisdiction_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "last_seen_at" DATETIME NOT NULL,
    "ended_at" DATETIME,
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    CONSTRAINT "session_jurisdiction_id_account_id_fkey" FOREIGN KEY ("jurisdiction_id", "account_id") REFERENCES "account" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "one_time_link" (
    "token_sha256" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "jurisdiction_id" TEXT,
    "account_id" TEXT,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "used_at" DATETIME
);

CREATE TABLE "unsent_form" (
    "jurisdiction_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "form_key" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "saved_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "account_id", "form_key")
);

CREATE TABLE "notice" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "matter_id" TEXT,
    "detail" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "read_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id")
);

CREATE TABLE "clearance" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "opinion_id" TEXT,
    "number" TEXT NOT NULL,
    "signed_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "issued_at" DATETIME NOT NULL,
    "expires_at" DATETIME,
    "explanation" TEXT,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "clearance_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "clearance_jurisdiction_id_version_id_matter_id_content_sha256_fkey" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version" ("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "clearance_jurisdiction_id_opinion_id_fkey" FOREIGN KEY ("jurisdiction_id", "opinion_id") REFERENCES "opinion" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "clearance_kind_check" CHECK (kind IN ('reviewed', 'risk-flagged', 'out-of-scope', 'emergency')),
    CONSTRAINT "clearance_rests_on_an_opinion_check" CHECK (kind <> 'reviewed' OR opinion_id IS NOT NULL),
    CONSTRAINT "clearance_hash_check" CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*')
);

CREATE TABLE "clearance_state" (
    "jurisdiction_id" TEXT NOT NULL,
    "clearance_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "changed_at" DATETIME NOT NULL,
    "cause" TEXT,

    PRIMARY KEY ("jurisdiction_id", "clearance_id"),
    CONSTRAINT "clearance_state_jurisdiction_id_clearance_id_fkey" FOREIGN KEY ("jurisdiction_id", "clearance_id") REFERENCES "clearance" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "clearance_state_state_check" CHECK (state IN ('valid', 'void', 'consumed', 'expired'))
);

CREATE TABLE "clearance_live" (
    "jurisdiction_id" TEXT NOT NULL,
    "clearance_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "clearance_id"),
    CONSTRAINT "clearance_live_jurisdiction_id_clearance_id_matter_id_version_id_content_sha256_fkey" FOREIGN KEY ("jurisdiction_id", "clearance_id", "matter_id", "version_id", "content_sha256") REFERENCES "clearance" ("jurisdiction_id", "id", "matter_id", "version_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "clearance_live_jurisdiction_id_clearance_id_state_fkey" FOREIGN KEY ("jurisdiction_id", "clearance_id", "state") REFERENCES "clearance_state" ("jurisdiction_id", "clearance_id", "state") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "clearance_live_jurisdiction_id_matter_id_version_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id", "version_id") REFERENCES "matter" ("jurisdiction_id", "id", "current_version_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "clearance_live_state_check" CHECK (state = 'valid')
);

CREATE TABLE "matter" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "case_number" TEXT,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_since" DATETIME NOT NULL,
    "round" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "organ_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "drafter_id" TEXT NOT NULL,
    "head_id" TEXT,
    "review_organ_id" TEXT,
    "review_unit_id" TEXT,
    "reviewer_id" TEXT,
    "checker_id" TEXT,
    "signer_id" TEXT,
    "current_version_id" TEXT,
    "opinion_id" TEXT,
    "supplement_from" TEXT,
    "reason_code" TEXT,
    "reason_text" TEXT,
    "awaiting_head" BOOLEAN NOT NULL DEFAULT false,
    "awaiting_signature" BOOLEAN NOT NULL DEFAULT false,
    "changed_after_clearance" BOOLEAN NOT NULL DEFAULT false,
    "post_meeting_check" BOOLEAN NOT NULL DEFAULT false,
    "due_on" TEXT,
    "due_provisional" BOOLEAN NOT NULL DEFAULT false,
    "opened_at" DATETIME NOT NULL,
    "submitted_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "matter_jurisdiction_id_organ_id_fkey" FOREIGN KEY ("jurisdiction_id", "organ_id") REFERENCES "organ" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "matter_jurisdiction_id_unit_id_fkey" FOREIGN KEY ("jurisdiction_id", "unit_id") REFERENCES "unit" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "matter_jurisdiction_id_review_organ_id_fkey" FOREIGN KEY ("jurisdiction_id", "review_organ_id") REFERENCES "organ" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "matter_jurisdiction_id_review_unit_id_fkey" FOREIGN KEY ("jurisdiction_id", "review_unit_id") REFERENCES "unit" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "matter_jurisdiction_id_current_version_id_id_fkey" FOREIGN KEY ("jurisdiction_id", "current_version_id", "id") REFERENCES "draft_version" ("jurisdiction_id", "id", "matter_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "matter_state_check" CHECK (state IN ('draft', 'submitted', 'supplement', 'accepted', 'reviewing', 'signoff', 'revising', 'recheck', 'cleared', 'not-passed', 'out-of-scope', 'decided', 'issuing', 'returned', 'withdrawn', 'terminated')),
    CONSTRAINT "matter_round_check" CHECK (round >= 1 AND revision >= 0)
);

CREATE TABLE "matter_track" (
    "jurisdiction_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "track" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "matter_id", "track"),
    CONSTRAINT "matter_track_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "matter_track_track_check" CHECK (track IN ('government-decision', 'department-decision', 'normative-document', 'other-document', 'government-contract'))
);

CREATE TABLE "draft_version" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "version_no" INTEGER NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "findings" TEXT NOT NULL,
    "is_submittable" BOOLEAN NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "uploaded_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "draft_version_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "draft_version_number_check" CHECK (version_no >= 1),
    CONSTRAINT "draft_version_hash_check" CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*')
);

CREATE TABLE "version_file" (
    "jurisdiction_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "secrecy" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "version_id", "position"),
    CONSTRAINT "version_file_jurisdiction_id_version_id_fkey" FOREIGN KEY ("jurisdiction_id", "version_id") REFERENCES "draft_version" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "version_file_role_check" CHECK (role IN ('main', 'annex')),
    CONSTRAINT "version_file_secrecy_check" CHECK (secrecy IN ('public', 'internal')),
    CONSTRAINT "version_file_hash_check" CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
);

CREATE TABLE "material" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "name" TEXT,
    "size" INTEGER,
    "sha256" TEXT,
    "media_type" TEXT,
    "is_viewable" BOOLEAN NOT NULL DEFAULT false,
    "secrecy" TEXT,
    "added_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "added_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "material_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "material_kind_check" CHECK ((kind = 'file' AND sha256 IS NOT NULL AND secrecy IN ('public', 'internal')) OR (kind = 'not-applicable' AND reason IS NOT NULL))
);

CREATE TABLE "step_answer" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "facts" TEXT NOT NULL,
    "material_id" TEXT,
    "answered_by" TEXT NOT NULL,
    "answered_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "step_answer_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "step_answer_step_check" CHECK (step IN ('fair-competition', 'risk-assessment', 'public-consultation', 'expert-argumentation', 'department-consultation')),
    CONSTRAINT "step_answer_answer_check" CHECK (answer = 'done' OR (answer = 'not-applicable' AND reason IS NOT NULL))
);

CREATE TABLE "supplement" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" DATETIME NOT NULL,
    "answered_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "supplement_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "supplement_item" (
    "jurisdiction_id" TEXT NOT NULL,
    "supplement_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "answer" TEXT,
    "answered_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "supplement_id", "position"),
    CONSTRAINT "supplement_item_jurisdiction_id_supplement_id_fkey" FOREIGN KEY ("jurisdiction_id", "supplement_id") REFERENCES "supplement" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "deadline" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_on" TEXT NOT NULL,
    "period_days" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "is_provisional" BOOLEAN NOT NULL,
    "ended_at" DATETIME,
    "days_left" INTEGER,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "deadline_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "deadline_kind_check" CHECK (kind IN ('accept', 'supplement', 'review', 'revise', 'recheck'))
);

CREATE TABLE "meeting" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "organ_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "starts_at" DATETIME NOT NULL,
    "place" TEXT NOT NULL,
    "chair_id" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL,
    "fixed_at" DATETIME,
    "fixed_by" TEXT,
    "held_at" DATETIME,
    "closed_at" DATETIME,
    "closed_by" TEXT,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "meeting_jurisdiction_id_organ_id_fkey" FOREIGN KEY ("jurisdiction_id", "organ_id") REFERENCES "organ" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "meeting_state_check" CHECK (state IN ('preparing', 'fixed', 'held', 'closed', 'cancelled'))
);

CREATE TABLE "agenda_item" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "organ_id" TEXT NOT NULL,
    "meeting_id" TEXT,
    "matter_id" TEXT,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "deferrals" INTEGER NOT NULL DEFAULT 0,
    "presenter" TEXT,
    "minutes" INTEGER,
    "proposed_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "proposed_at" DATETIME NOT NULL,
    "state_reason" TEXT,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "agenda_item_jurisdiction_id_meeting_id_fkey" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "agenda_item_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "agenda_item_kind_check" CHECK ((kind = 'decision' AND matter_id IS NOT NULL) OR (kind IN ('study', 'transmission') AND matter_id IS NULL)),
    CONSTRAINT "agenda_item_state_check" CHECK (state IN ('proposed', 'blocked', 'listed', 'notified', 'discussed', 'postponed', 'removed'))
);

CREATE TABLE "agenda_listing" (
    "jurisdiction_id" TEXT NOT NULL,
    "agenda_item_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "clearance_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "listed_by" TEXT NOT NULL,
    "listed_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "agenda_item_id"),
    CONSTRAINT "agenda_listing_jurisdiction_id_agenda_item_id_meeting_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "agenda_item_id", "meeting_id", "matter_id") REFERENCES "agenda_item" ("jurisdiction_id", "id", "meeting_id", "matter_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "agenda_listing_jurisdiction_id_meeting_id_fkey" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "agenda_listing_jurisdiction_id_clearance_id_matter_id_version_id_content_sha256_fkey" FOREIGN KEY ("jurisdiction_id", "clearance_id", "matter_id", "version_id", "content_sha256") REFERENCES "clearance_live" ("jurisdiction_id", "clearance_id", "matter_id", "version_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "agenda_outcome" (
    "jurisdiction_id" TEXT NOT NULL,
    "agenda_item_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "matter_id" TEXT,
    "clearance_id" TEXT,
    "outcome" TEXT NOT NULL,
    "decision_text" TEXT NOT NULL,
    "dissent" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "recorded_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "agenda_item_id"),
    CONSTRAINT "agenda_outcome_jurisdiction_id_agenda_item_id_fkey" FOREIGN KEY ("jurisdiction_id", "agenda_item_id") REFERENCES "agenda_item" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "agenda_outcome_jurisdiction_id_meeting_id_fkey" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "agenda_outcome_jurisdiction_id_clearance_id_fkey" FOREIGN KEY ("jurisdiction_id", "clearance_id") REFERENCES "clearance" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "agenda_outcome_outcome_check" CHECK (outcome IN ('passed', 'passed-in-principle', 'revise-and-resubmit', 'deferred', 'not-passed', 'other', 'not-reached', 'removed', 'withdrawn'))
);

CREATE TABLE "attendance" (
    "jurisdiction_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "organ" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "meeting_id", "position"),
    CONSTRAINT "attendance_jurisdiction_id_meeting_id_fkey" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "attendance_capacity_check" CHECK (capacity IN ('member', 'attending', 'absent'))
);

CREATE TABLE "urgent_approval" (
    "jurisdiction_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "approved_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "approved_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "meeting_id", "matter_id"),
    CONSTRAINT "urgent_approval_jurisdiction_id_meeting_id_fkey" FOREIGN KEY ("jurisdiction_id", "meeting_id") REFERENCES "meeting" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "jurisdiction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL
);

CREATE TABLE "organ" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "two_person_review" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "organ_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "organ_kind_check" CHECK (kind IN ('department', 'street', 'government-office', 'review-body', 'adviser-office', 'leadership', 'supervision'))
);

CREATE TABLE "unit" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "organ_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "disabled_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "unit_jurisdiction_id_organ_id_fkey" FOREIGN KEY ("jurisdiction_id", "organ_id") REFERENCES "organ" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "unit_kind_check" CHECK (kind IN ('ordinary', 'legal'))
);

CREATE TABLE "person" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "staff_code" TEXT NOT NULL,
    "disabled_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id")
);

CREATE TABLE "post" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organ_id" TEXT NOT NULL,
    "unit_id" TEXT,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "requested_by" TEXT,
    "requested_at" DATETIME NOT NULL,
    "confirmed_by" TEXT,
    "confirmed_at" DATETIME,
    "ended_by" TEXT,
    "ended_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "post_jurisdiction_id_person_id_fkey" FOREIGN KEY ("jurisdiction_id", "person_id") REFERENCES "person" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "post_jurisdiction_id_organ_id_fkey" FOREIGN KEY ("jurisdiction_id", "organ_id") REFERENCES "organ" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "post_jurisdiction_id_unit_id_organ_id_fkey" FOREIGN KEY ("jurisdiction_id", "unit_id", "organ_id") REFERENCES "unit" ("jurisdiction_id", "id", "organ_id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "post_state_check" CHECK (state IN ('requested', 'active', 'declined', 'ended')),
    CONSTRAINT "post_two_administrators_check" CHECK (confirmed_by IS NULL OR confirmed_by <> requested_by),
    CONSTRAINT "post_active_is_confirmed_check" CHECK (state <> 'active' OR confirmed_at IS NOT NULL)
);

CREATE TABLE "review_round" (
    "jurisdiction_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "opened_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "matter_id", "number"),
    CONSTRAINT "review_round_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "assignment" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "assigned_by" TEXT NOT NULL,
    "assigned_at" DATETIME NOT NULL,
    "ended_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "assignment_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "assignment_role_check" CHECK (role IN ('reviewer', 'counsel'))
);

CREATE TABLE "counsel_opinion" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "version_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "has_no_conflict" BOOLEAN NOT NULL,
    "signed_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "counsel_opinion_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "counsel_opinion_conclusion_check" CHECK (conclusion IN ('lawful', 'amend', 'unlawful'))
);

CREATE TABLE "counsel_disposition" (
    "jurisdiction_id" TEXT NOT NULL,
    "counsel_opinion_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "disposed_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "disposed_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "counsel_opinion_id"),
    CONSTRAINT "counsel_disposition_jurisdiction_id_counsel_opinion_id_fkey" FOREIGN KEY ("jurisdiction_id", "counsel_opinion_id") REFERENCES "counsel_opinion" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "opinion_draft" (
    "jurisdiction_id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "version_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" DATETIME NOT NULL,
    "frozen_sha256" TEXT,
    "frozen_at" DATETIME,
    "checked_by" TEXT,
    "checked_post_id" TEXT,
    "checked_at" DATETIME,
    "sent_back_text" TEXT,
    "sent_back_by" TEXT,

    PRIMARY KEY ("jurisdiction_id", "matter_id", "round"),
    CONSTRAINT "opinion_draft_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "opinion" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body_sha256" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "checker_id" TEXT NOT NULL,
    "signer_id" TEXT NOT NULL,
    "signer_post_id" TEXT NOT NULL,
    "is_two_person" BOOLEAN NOT NULL,
    "signed_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "opinion_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "opinion_jurisdiction_id_version_id_matter_id_content_sha256_fkey" FOREIGN KEY ("jurisdiction_id", "version_id", "matter_id", "content_sha256") REFERENCES "draft_version" ("jurisdiction_id", "id", "matter_id", "content_sha256") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "opinion_conclusion_check" CHECK (conclusion IN ('lawful', 'amend', 'unlawful')),
    CONSTRAINT "opinion_hands_check" CHECK (signer_id <> reviewer_id AND checker_id <> reviewer_id AND (is_two_person OR signer_id <> checker_id)),
    CONSTRAINT "opinion_hash_check" CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*')
);

CREATE TABLE "opinion_item" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "opinion_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "suggestion" TEXT,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "opinion_item_jurisdiction_id_opinion_id_fkey" FOREIGN KEY ("jurisdiction_id", "opinion_id") REFERENCES "opinion" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "opinion_item_kind_check" CHECK (kind IN ('must', 'advice'))
);

CREATE TABLE "opinion_point" (
    "jurisdiction_id" TEXT NOT NULL,
    "opinion_id" TEXT NOT NULL,
    "point" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "opinion_id", "point"),
    CONSTRAINT "opinion_point_jurisdiction_id_opinion_id_fkey" FOREIGN KEY ("jurisdiction_id", "opinion_id") REFERENCES "opinion" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "opinion_point_answer_check" CHECK (answer IN ('in-order', 'problem', 'not-applicable'))
);

CREATE TABLE "opinion_step" (
    "jurisdiction_id" TEXT NOT NULL,
    "opinion_id" TEXT NOT NULL,
    "step_answer_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "opinion_id", "step_answer_id"),
    CONSTRAINT "opinion_step_jurisdiction_id_opinion_id_fkey" FOREIGN KEY ("jurisdiction_id", "opinion_id") REFERENCES "opinion" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "opinion_step_jurisdiction_id_step_answer_id_fkey" FOREIGN KEY ("jurisdiction_id", "step_answer_id") REFERENCES "step_answer" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "opinion_step_verdict_check" CHECK (verdict IN ('confirmed', 'rejected'))
);

CREATE TABLE "opinion_material" (
    "jurisdiction_id" TEXT NOT NULL,
    "opinion_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "material_id" TEXT NOT NULL,
    "sha256" TEXT,

    PRIMARY KEY ("jurisdiction_id", "opinion_id", "material_id"),
    CONSTRAINT "opinion_material_jurisdiction_id_opinion_id_fkey" FOREIGN KEY ("jurisdiction_id", "opinion_id") REFERENCES "opinion" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "opinion_revocation" (
    "jurisdiction_id" TEXT NOT NULL,
    "opinion_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "revoked_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "revoked_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "opinion_id"),
    CONSTRAINT "opinion_revocation_jurisdiction_id_opinion_id_fkey" FOREIGN KEY ("jurisdiction_id", "opinion_id") REFERENCES "opinion" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "reply" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "opinion_item_id" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT,
    "replied_by" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "replied_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "reply_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "reply_jurisdiction_id_opinion_item_id_fkey" FOREIGN KEY ("jurisdiction_id", "opinion_item_id") REFERENCES "opinion_item" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "reply_answer_check" CHECK (answer = 'adopted' OR (answer IN ('partly', 'not-adopted') AND reason IS NOT NULL))
);

CREATE TABLE "recheck_step" (
    "jurisdiction_id" TEXT NOT NULL,
    "recheck_id" TEXT NOT NULL,
    "step_answer_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "recheck_id", "step_answer_id"),
    CONSTRAINT "recheck_step_jurisdiction_id_recheck_id_fkey" FOREIGN KEY ("jurisdiction_id", "recheck_id") REFERENCES "recheck" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "recheck_step_jurisdiction_id_step_answer_id_fkey" FOREIGN KEY ("jurisdiction_id", "step_answer_id") REFERENCES "step_answer" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "recheck_step_verdict_check" CHECK (verdict IN ('confirmed', 'rejected'))
);

CREATE TABLE "recheck" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "opinion_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "proposed_at" DATETIME NOT NULL,
    "decision" TEXT,
    "decision_text" TEXT,
    "decided_by" TEXT,
    "decided_post_id" TEXT,
    "decided_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "recheck_jurisdiction_id_matter_id_fkey" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "recheck_jurisdiction_id_opinion_id_fkey" FOREIGN KEY ("jurisdiction_id", "opinion_id") REFERENCES "opinion" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "recheck_kind_check" CHECK (kind IN ('revision', 'correction', 'expiry')),
    CONSTRAINT "recheck_result_check" CHECK (result IN ('proposed', 'failed', 'new-round')),
    CONSTRAINT "recheck_decision_check" CHECK (decision IS NULL OR decision IN ('signed', 'refused')),
    CONSTRAINT "recheck_hands_check" CHECK (decided_by IS NULL OR decided_by <> reviewer_id)
);

CREATE TABLE "recheck_item" (
    "jurisdiction_id" TEXT NOT NULL,
    "recheck_id" TEXT NOT NULL,
    "opinion_item_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "recheck_id", "opinion_item_id"),
    CONSTRAINT "recheck_item_jurisdiction_id_recheck_id_fkey" FOREIGN KEY ("jurisdiction_id", "recheck_id") REFERENCES "recheck" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "recheck_item_jurisdiction_id_opinion_item_id_fkey" FOREIGN KEY ("jurisdiction_id", "opinion_item_id") REFERENCES "opinion_item" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "recheck_item_verdict_check" CHECK (verdict IN ('settled', 'unsettled', 'retained'))
);

CREATE TABLE "audit_stream" (
    "jurisdiction_id" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "stream"),
    CONSTRAINT "audit_stream_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "audit_stream_hash_check" CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*')
);

CREATE TABLE "audit_entry" (
    "jurisdiction_id" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "prev" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "leaf" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "actor_id" TEXT,
    "matter_id" TEXT,

    PRIMARY KEY ("jurisdiction_id", "stream", "seq"),
    CONSTRAINT "audit_entry_sequence_check" CHECK (seq >= 1),
    CONSTRAINT "audit_entry_outcome_check" CHECK (outcome IN ('done', 'refused')),
    CONSTRAINT "audit_entry_hash_check" CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*')
);

CREATE TABLE "refusal_tally" (
    "jurisdiction_id" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "last_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "stream", "seq"),
    CONSTRAINT "refusal_tally_jurisdiction_id_stream_seq_fkey" FOREIGN KEY ("jurisdiction_id", "stream", "seq") REFERENCES "audit_entry" ("jurisdiction_id", "stream", "seq") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "refusal_tally_count_check" CHECK (count >= 2)
);

CREATE TABLE "command_receipt" (
    "jurisdiction_id" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "body_sha256" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "stream" TEXT,
    "seq" INTEGER,
    "hash" TEXT,
    "created_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "actor_id", "key"),
    CONSTRAINT "command_receipt_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
);

CREATE TABLE "number_series" (
    "jurisdiction_id" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "series", "year")
);

CREATE TABLE "reference_entry" (
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "effective_from" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "last_checked" TEXT NOT NULL,

    PRIMARY KEY ("kind", "code", "effective_from")
);

CREATE TABLE "installation" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

CREATE UNIQUE INDEX "account_login_name_key" ON "account"("login_name");

CREATE UNIQUE INDEX "account_jurisdiction_id_person_id_key" ON "account"("jurisdiction_id", "person_id");

CREATE INDEX "session_jurisdiction_id_account_id_idx" ON "session"("jurisdiction_id", "account_id");

CREATE INDEX "notice_jurisdiction_id_person_id_read_at_idx" ON "notice"("jurisdiction_id", "person_id", "read_at");

CREATE INDEX "clearance_jurisdiction_id_matter_id_issued_at_idx" ON "clearance"("jurisdiction_id", "matter_id", "issued_at");

CREATE UNIQUE INDEX "clearance_jurisdiction_id_number_key" ON "clearance"("jurisdiction_id", "number");

CREATE UNIQUE INDEX "clearance_jurisdiction_id_id_matter_id_version_id_content_sha256_key" ON "clearance"("jurisdiction_id", "id", "matter_id", "version_id", "content_sha256");

CREATE UNIQUE INDEX "clearance_state_jurisdiction_id_clearance_id_state_key" ON "clearance_state"("jurisdiction_id", "clearance_id", "state");

CREATE UNIQUE INDEX "clearance_live_jurisdiction_id_matter_id_version_id_key" ON "clearance_live"("jurisdiction_id", "matter_id", "version_id");

CREATE UNIQUE INDEX "clearance_live_jurisdiction_id_matter_id_key" ON "clearance_live"("jurisdiction_id", "matter_id");

CREATE UNIQUE INDEX "clearance_live_jurisdiction_id_clearance_id_state_key" ON "clearance_live"("jurisdiction_id", "clearance_id", "state");

CREATE UNIQUE INDEX "clearance_live_jurisdiction_id_clearance_id_matter_id_version_id_content_sha256_key" ON "clearance_live"("jurisdiction_id", "clearance_id", "matter_id", "version_id", "content_sha256");

CREATE INDEX "matter_jurisdiction_id_state_due_on_id_idx" ON "matter"("jurisdiction_id", "state", "due_on", "id");

CREATE INDEX "matter_jurisdiction_id_organ_id_state_id_idx" ON "matter"("jurisdiction_id", "organ_id", "state", "id");

CREATE INDEX "matter_jurisdiction_id_review_organ_id_state_id_idx" ON "matter"("jurisdiction_id", "review_organ_id", "state", "id");

CREATE INDEX "matter_jurisdiction_id_reviewer_id_state_idx" ON "matter"("jurisdiction_id", "reviewer_id", "state");

CREATE UNIQUE INDEX "matter_jurisdiction_id_case_number_key" ON "matter"("jurisdiction_id", "case_number");

CREATE UNIQUE INDEX "matter_jurisdiction_id_id_current_version_id_key" ON "matter"("jurisdiction_id", "id", "current_version_id");

CREATE UNIQUE INDEX "draft_version_jurisdiction_id_matter_id_version_no_key" ON "draft_version"("jurisdiction_id", "matter_id", "version_no");

CREATE UNIQUE INDEX "draft_version_jurisdiction_id_id_matter_id_key" ON "draft_version"("jurisdiction_id", "id", "matter_id");

CREATE UNIQUE INDEX "draft_version_jurisdiction_id_id_matter_id_content_sha256_key" ON "draft_version"("jurisdiction_id", "id", "matter_id", "content_sha256");

CREATE INDEX "material_jurisdiction_id_matter_id_item_idx" ON "material"("jurisdiction_id", "matter_id", "item");

CREATE INDEX "step_answer_jurisdiction_id_matter_id_step_idx" ON "step_answer"("jurisdiction_id", "matter_id", "step");

CREATE UNIQUE INDEX "supplement_jurisdiction_id_matter_id_number_key" ON "supplement"("jurisdiction_id", "matter_id", "number");

CREATE INDEX "deadline_jurisdiction_id_matter_id_ended_at_idx" ON "deadline"("jurisdiction_id", "matter_id", "ended_at");

CREATE INDEX "meeting_jurisdiction_id_state_starts_at_idx" ON "meeting"("jurisdiction_id", "state", "starts_at");

CREATE INDEX "agenda_item_jurisdiction_id_meeting_id_position_idx" ON "agenda_item"("jurisdiction_id", "meeting_id", "position");

CREATE INDEX "agenda_item_jurisdiction_id_matter_id_state_idx" ON "agenda_item"("jurisdiction_id", "matter_id", "state");

CREATE INDEX "agenda_item_jurisdiction_id_organ_id_state_proposed_at_idx" ON "agenda_item"("jurisdiction_id", "organ_id", "state", "proposed_at");

CREATE UNIQUE INDEX "agenda_item_jurisdiction_id_id_meeting_id_matter_id_key" ON "agenda_item"("jurisdiction_id", "id", "meeting_id", "matter_id");

CREATE UNIQUE INDEX "agenda_listing_jurisdiction_id_matter_id_key" ON "agenda_listing"("jurisdiction_id", "matter_id");

CREATE UNIQUE INDEX "agenda_listing_jurisdiction_id_agenda_item_id_meeting_id_matter_id_key" ON "agenda_listing"("jurisdiction_id", "agenda_item_id", "meeting_id", "matter_id");

CREATE UNIQUE INDEX "agenda_listing_jurisdiction_id_clearance_id_matter_id_version_id_content_sha256_key" ON "agenda_listing"("jurisdiction_id", "clearance_id", "matter_id", "version_id", "content_sha256");

CREATE UNIQUE INDEX "jurisdiction_code_key" ON "jurisdiction"("code");

CREATE UNIQUE INDEX "organ_jurisdiction_id_name_key" ON "organ"("jurisdiction_id", "name");

CREATE UNIQUE INDEX "unit_jurisdiction_id_organ_id_name_key" ON "unit"("jurisdiction_id", "organ_id", "name");

CREATE UNIQUE INDEX "unit_jurisdiction_id_id_organ_id_key" ON "unit"("jurisdiction_id", "id", "organ_id");

CREATE UNIQUE INDEX "person_jurisdiction_id_staff_code_key" ON "person"("jurisdiction_id", "staff_code");

CREATE INDEX "post_jurisdiction_id_person_id_state_idx" ON "post"("jurisdiction_id", "person_id", "state");

CREATE INDEX "post_jurisdiction_id_role_state_idx" ON "post"("jurisdiction_id", "role", "state");

CREATE INDEX "post_jurisdiction_id_organ_id_state_idx" ON "post"("jurisdiction_id", "organ_id", "state");

CREATE INDEX "assignment_jurisdiction_id_matter_id_role_idx" ON "assignment"("jurisdiction_id", "matter_id", "role");

CREATE INDEX "assignment_jurisdiction_id_person_id_role_idx" ON "assignment"("jurisdiction_id", "person_id", "role");

CREATE INDEX "counsel_opinion_jurisdiction_id_matter_id_round_idx" ON "counsel_opinion"("jurisdiction_id", "matter_id", "round");

CREATE INDEX "opinion_jurisdiction_id_matter_id_round_idx" ON "opinion"("jurisdiction_id", "matter_id", "round");

CREATE UNIQUE INDEX "opinion_jurisdiction_id_number_key" ON "opinion"("jurisdiction_id", "number");

CREATE UNIQUE INDEX "opinion_item_jurisdiction_id_opinion_id_position_key" ON "opinion_item"("jurisdiction_id", "opinion_id", "position");

CREATE INDEX "reply_jurisdiction_id_opinion_item_id_replied_at_idx" ON "reply"("jurisdiction_id", "opinion_item_id", "replied_at");

CREATE INDEX "recheck_jurisdiction_id_matter_id_proposed_at_idx" ON "recheck"("jurisdiction_id", "matter_id", "proposed_at");

CREATE INDEX "audit_entry_jurisdiction_id_kind_at_idx" ON "audit_entry"("jurisdiction_id", "kind", "at");

CREATE INDEX "audit_entry_jurisdiction_id_actor_id_at_idx" ON "audit_entry"("jurisdiction_id", "actor_id", "at");

CREATE INDEX "audit_entry_jurisdiction_id_matter_id_at_idx" ON "audit_entry"("jurisdiction_id", "matter_id", "at");

CREATE UNIQUE INDEX "audit_entry_jurisdiction_id_stream_prev_key" ON "audit_entry"("jurisdiction_id", "stream", "prev");

CREATE UNIQUE INDEX "audit_entry_jurisdiction_id_hash_key" ON "audit_entry"("jurisdiction_id", "hash");

CREATE INDEX "command_receipt_jurisdiction_id_created_at_idx" ON "command_receipt"("jurisdiction_id", "created_at");
