-- Codes that will grow stand in tables of codes, and a foreign key holds a column to them: a new state is a row, where a
-- CHECK list meant to make its whole table anew on SQLite. The rows here are the codes of the day; every start adds what
-- the domain has beside them.

CREATE TABLE "matter_state_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "matter_state_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "matter_state_code" ("code") VALUES ('draft'), ('submitted'), ('supplement'), ('accepted'), ('reviewing'), ('signoff'), ('revising'), ('recheck'), ('cleared'), ('not-passed'), ('out-of-scope'), ('decided'), ('issuing'), ('returned'), ('withdrawn'), ('terminated');

CREATE TABLE "track_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "track_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "track_code" ("code") VALUES ('government-decision'), ('department-decision'), ('normative-document'), ('other-document'), ('government-contract');

CREATE TABLE "step_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "step_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "step_code" ("code") VALUES ('fair-competition'), ('risk-assessment'), ('public-consultation'), ('expert-argumentation'), ('department-consultation');

CREATE TABLE "deadline_kind_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "deadline_kind_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "deadline_kind_code" ("code") VALUES ('accept'), ('supplement'), ('review'), ('revise'), ('recheck');

CREATE TABLE "assignment_role_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "assignment_role_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "assignment_role_code" ("code") VALUES ('reviewer'), ('counsel');

CREATE TABLE "conclusion_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "conclusion_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "conclusion_code" ("code") VALUES ('lawful'), ('amend'), ('unlawful');

CREATE TABLE "item_kind_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "item_kind_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "item_kind_code" ("code") VALUES ('must'), ('advice');

CREATE TABLE "point_answer_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "point_answer_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "point_answer_code" ("code") VALUES ('in-order'), ('problem'), ('not-applicable');

CREATE TABLE "recheck_kind_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "recheck_kind_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "recheck_kind_code" ("code") VALUES ('revision'), ('correction'), ('expiry');

CREATE TABLE "recheck_result_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "recheck_result_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "recheck_result_code" ("code") VALUES ('proposed'), ('failed'), ('new-round');

CREATE TABLE "recheck_decision_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "recheck_decision_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "recheck_decision_code" ("code") VALUES ('signed'), ('refused');

CREATE TABLE "recheck_verdict_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "recheck_verdict_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "recheck_verdict_code" ("code") VALUES ('settled'), ('unsettled'), ('retained');

CREATE TABLE "clearance_kind_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "clearance_kind_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "clearance_kind_code" ("code") VALUES ('reviewed'), ('risk-flagged'), ('out-of-scope'), ('emergency');

CREATE TABLE "clearance_state_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "clearance_state_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "clearance_state_code" ("code") VALUES ('valid'), ('void'), ('consumed'), ('expired');

CREATE TABLE "meeting_state_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "meeting_state_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "meeting_state_code" ("code") VALUES ('preparing'), ('fixed'), ('held'), ('closed'), ('cancelled');

CREATE TABLE "agenda_state_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "agenda_state_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "agenda_state_code" ("code") VALUES ('proposed'), ('blocked'), ('listed'), ('notified'), ('discussed'), ('postponed'), ('removed');

CREATE TABLE "outcome_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "outcome_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "outcome_code" ("code") VALUES ('passed'), ('passed-in-principle'), ('revise-and-resubmit'), ('deferred'), ('not-passed'), ('other'), ('not-reached'), ('removed'), ('withdrawn');

CREATE TABLE "capacity_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "capacity_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "capacity_code" ("code") VALUES ('member'), ('attending'), ('absent');

CREATE TABLE "organ_kind_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "organ_kind_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "organ_kind_code" ("code") VALUES ('department'), ('street'), ('government-office'), ('review-body'), ('adviser-office'), ('leadership'), ('supervision');

CREATE TABLE "unit_kind_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "unit_kind_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "unit_kind_code" ("code") VALUES ('ordinary'), ('legal');

CREATE TABLE "role_code" (
    "code" TEXT NOT NULL,

    CONSTRAINT "role_code_pkey" PRIMARY KEY ("code")
);
INSERT INTO "role_code" ("code") SELECT DISTINCT "role" FROM "post";

ALTER TABLE "matter" DROP CONSTRAINT "matter_state_check", ADD CONSTRAINT "matter_state_code" FOREIGN KEY ("state") REFERENCES "matter_state_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "matter_track" DROP CONSTRAINT "matter_track_track_check", ADD CONSTRAINT "matter_track_track_code" FOREIGN KEY ("track") REFERENCES "track_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "step_answer" DROP CONSTRAINT "step_answer_step_check", ADD CONSTRAINT "step_answer_step_code" FOREIGN KEY ("step") REFERENCES "step_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deadline" DROP CONSTRAINT "deadline_kind_check", ADD CONSTRAINT "deadline_kind_code" FOREIGN KEY ("kind") REFERENCES "deadline_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "assignment" DROP CONSTRAINT "assignment_role_check", ADD CONSTRAINT "assignment_role_code" FOREIGN KEY ("role") REFERENCES "assignment_role_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opinion" DROP CONSTRAINT "opinion_conclusion_check", ADD CONSTRAINT "opinion_conclusion_code" FOREIGN KEY ("conclusion") REFERENCES "conclusion_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "counsel_opinion" DROP CONSTRAINT "counsel_opinion_conclusion_check", ADD CONSTRAINT "counsel_opinion_conclusion_code" FOREIGN KEY ("conclusion") REFERENCES "conclusion_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opinion_item" DROP CONSTRAINT "opinion_item_kind_check", ADD CONSTRAINT "opinion_item_kind_code" FOREIGN KEY ("kind") REFERENCES "item_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opinion_point" DROP CONSTRAINT "opinion_point_answer_check", ADD CONSTRAINT "opinion_point_answer_code" FOREIGN KEY ("answer") REFERENCES "point_answer_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "recheck" DROP CONSTRAINT "recheck_kind_check", ADD CONSTRAINT "recheck_kind_code" FOREIGN KEY ("kind") REFERENCES "recheck_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "recheck" DROP CONSTRAINT "recheck_result_check", ADD CONSTRAINT "recheck_result_code" FOREIGN KEY ("result") REFERENCES "recheck_result_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "recheck" DROP CONSTRAINT "recheck_decision_check", ADD CONSTRAINT "recheck_decision_code" FOREIGN KEY ("decision") REFERENCES "recheck_decision_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "recheck_item" DROP CONSTRAINT "recheck_item_verdict_check", ADD CONSTRAINT "recheck_item_verdict_code" FOREIGN KEY ("verdict") REFERENCES "recheck_verdict_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "clearance" DROP CONSTRAINT "clearance_kind_check", ADD CONSTRAINT "clearance_kind_code" FOREIGN KEY ("kind") REFERENCES "clearance_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "clearance_state" DROP CONSTRAINT "clearance_state_state_check", ADD CONSTRAINT "clearance_state_state_code" FOREIGN KEY ("state") REFERENCES "clearance_state_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "meeting" DROP CONSTRAINT "meeting_state_check", ADD CONSTRAINT "meeting_state_code" FOREIGN KEY ("state") REFERENCES "meeting_state_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "agenda_item" DROP CONSTRAINT "agenda_item_state_check", ADD CONSTRAINT "agenda_item_state_code" FOREIGN KEY ("state") REFERENCES "agenda_state_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "agenda_outcome" DROP CONSTRAINT "agenda_outcome_outcome_check", ADD CONSTRAINT "agenda_outcome_outcome_code" FOREIGN KEY ("outcome") REFERENCES "outcome_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "attendance" DROP CONSTRAINT "attendance_capacity_check", ADD CONSTRAINT "attendance_capacity_code" FOREIGN KEY ("capacity") REFERENCES "capacity_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "organ" DROP CONSTRAINT "organ_kind_check", ADD CONSTRAINT "organ_kind_code" FOREIGN KEY ("kind") REFERENCES "organ_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "unit" DROP CONSTRAINT "unit_kind_check", ADD CONSTRAINT "unit_kind_code" FOREIGN KEY ("kind") REFERENCES "unit_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "post" ADD CONSTRAINT "post_role_code" FOREIGN KEY ("role") REFERENCES "role_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
