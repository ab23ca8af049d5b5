-- Codes that will grow stand in tables of codes, and a foreign key holds a column to them: a new state is a row, where a
-- CHECK list meant to make its whole table anew on SQLite. The rows here are the codes of the day; every start adds what
-- the domain has beside them.
-- SQLite has no way to exchange a constraint but to write the text of the table anew. This changes nothing of what is on
-- the disk, and it is the way that SQLite's own manual gives for it; the rows are checked against the keys before the
-- migration is committed.

CREATE TABLE "matter_state_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "matter_state_code" ("code") VALUES ('draft'), ('submitted'), ('supplement'), ('accepted'), ('reviewing'), ('signoff'), ('revising'), ('recheck'), ('cleared'), ('not-passed'), ('out-of-scope'), ('decided'), ('issuing'), ('returned'), ('withdrawn'), ('terminated');

CREATE TABLE "track_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "track_code" ("code") VALUES ('government-decision'), ('department-decision'), ('normative-document'), ('other-document'), ('government-contract');

CREATE TABLE "step_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "step_code" ("code") VALUES ('fair-competition'), ('risk-assessment'), ('public-consultation'), ('expert-argumentation'), ('department-consultation');

CREATE TABLE "deadline_kind_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "deadline_kind_code" ("code") VALUES ('accept'), ('supplement'), ('review'), ('revise'), ('recheck');

CREATE TABLE "assignment_role_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "assignment_role_code" ("code") VALUES ('reviewer'), ('counsel');

CREATE TABLE "conclusion_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "conclusion_code" ("code") VALUES ('lawful'), ('amend'), ('unlawful');

CREATE TABLE "item_kind_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "item_kind_code" ("code") VALUES ('must'), ('advice');

CREATE TABLE "point_answer_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "point_answer_code" ("code") VALUES ('in-order'), ('problem'), ('not-applicable');

CREATE TABLE "recheck_kind_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "recheck_kind_code" ("code") VALUES ('revision'), ('correction'), ('expiry');

CREATE TABLE "recheck_result_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "recheck_result_code" ("code") VALUES ('proposed'), ('failed'), ('new-round');

CREATE TABLE "recheck_decision_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "recheck_decision_code" ("code") VALUES ('signed'), ('refused');

CREATE TABLE "recheck_verdict_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "recheck_verdict_code" ("code") VALUES ('settled'), ('unsettled'), ('retained');

CREATE TABLE "clearance_kind_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "clearance_kind_code" ("code") VALUES ('reviewed'), ('risk-flagged'), ('out-of-scope'), ('emergency');

CREATE TABLE "clearance_state_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "clearance_state_code" ("code") VALUES ('valid'), ('void'), ('consumed'), ('expired');

CREATE TABLE "meeting_state_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "meeting_state_code" ("code") VALUES ('preparing'), ('fixed'), ('held'), ('closed'), ('cancelled');

CREATE TABLE "agenda_state_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "agenda_state_code" ("code") VALUES ('proposed'), ('blocked'), ('listed'), ('notified'), ('discussed'), ('postponed'), ('removed');

CREATE TABLE "outcome_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "outcome_code" ("code") VALUES ('passed'), ('passed-in-principle'), ('revise-and-resubmit'), ('deferred'), ('not-passed'), ('other'), ('not-reached'), ('removed'), ('withdrawn');

CREATE TABLE "capacity_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "capacity_code" ("code") VALUES ('member'), ('attending'), ('absent');

CREATE TABLE "organ_kind_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "organ_kind_code" ("code") VALUES ('department'), ('street'), ('government-office'), ('review-body'), ('adviser-office'), ('leadership'), ('supervision');

CREATE TABLE "unit_kind_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "unit_kind_code" ("code") VALUES ('ordinary'), ('legal');

CREATE TABLE "role_code" (
    "code" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "role_code" ("code") SELECT DISTINCT "role" FROM "post";

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "matter_state_check" CHECK (state IN (''draft'', ''submitted'', ''supplement'', ''accepted'', ''reviewing'', ''signoff'', ''revising'', ''recheck'', ''cleared'', ''not-passed'', ''out-of-scope'', ''decided'', ''issuing'', ''returned'', ''withdrawn'', ''terminated''))', 'CONSTRAINT "matter_state_code" FOREIGN KEY ("state") REFERENCES "matter_state_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'matter';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "matter_track_track_check" CHECK (track IN (''government-decision'', ''department-decision'', ''normative-document'', ''other-document'', ''government-contract''))', 'CONSTRAINT "matter_track_track_code" FOREIGN KEY ("track") REFERENCES "track_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'matter_track';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "step_answer_step_check" CHECK (step IN (''fair-competition'', ''risk-assessment'', ''public-consultation'', ''expert-argumentation'', ''department-consultation''))', 'CONSTRAINT "step_answer_step_code" FOREIGN KEY ("step") REFERENCES "step_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'step_answer';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "deadline_kind_check" CHECK (kind IN (''accept'', ''supplement'', ''review'', ''revise'', ''recheck''))', 'CONSTRAINT "deadline_kind_code" FOREIGN KEY ("kind") REFERENCES "deadline_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'deadline';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "assignment_role_check" CHECK (role IN (''reviewer'', ''counsel''))', 'CONSTRAINT "assignment_role_code" FOREIGN KEY ("role") REFERENCES "assignment_role_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'assignment';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "opinion_conclusion_check" CHECK (conclusion IN (''lawful'', ''amend'', ''unlawful''))', 'CONSTRAINT "opinion_conclusion_code" FOREIGN KEY ("conclusion") REFERENCES "conclusion_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'opinion';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "counsel_opinion_conclusion_check" CHECK (conclusion IN (''lawful'', ''amend'', ''unlawful''))', 'CONSTRAINT "counsel_opinion_conclusion_code" FOREIGN KEY ("conclusion") REFERENCES "conclusion_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'counsel_opinion';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "opinion_item_kind_check" CHECK (kind IN (''must'', ''advice''))', 'CONSTRAINT "opinion_item_kind_code" FOREIGN KEY ("kind") REFERENCES "item_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'opinion_item';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "opinion_point_answer_check" CHECK (answer IN (''in-order'', ''problem'', ''not-applicable''))', 'CONSTRAINT "opinion_point_answer_code" FOREIGN KEY ("answer") REFERENCES "point_answer_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'opinion_point';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "recheck_kind_check" CHECK (kind IN (''revision'', ''correction'', ''expiry''))', 'CONSTRAINT "recheck_kind_code" FOREIGN KEY ("kind") REFERENCES "recheck_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'recheck';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "recheck_result_check" CHECK (result IN (''proposed'', ''failed'', ''new-round''))', 'CONSTRAINT "recheck_result_code" FOREIGN KEY ("result") REFERENCES "recheck_result_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'recheck';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "recheck_decision_check" CHECK (decision IS NULL OR decision IN (''signed'', ''refused''))', 'CONSTRAINT "recheck_decision_code" FOREIGN KEY ("decision") REFERENCES "recheck_decision_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'recheck';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "recheck_item_verdict_check" CHECK (verdict IN (''settled'', ''unsettled'', ''retained''))', 'CONSTRAINT "recheck_item_verdict_code" FOREIGN KEY ("verdict") REFERENCES "recheck_verdict_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'recheck_item';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "clearance_kind_check" CHECK (kind IN (''reviewed'', ''risk-flagged'', ''out-of-scope'', ''emergency''))', 'CONSTRAINT "clearance_kind_code" FOREIGN KEY ("kind") REFERENCES "clearance_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'clearance';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "clearance_state_state_check" CHECK (state IN (''valid'', ''void'', ''consumed'', ''expired''))', 'CONSTRAINT "clearance_state_state_code" FOREIGN KEY ("state") REFERENCES "clearance_state_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'clearance_state';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "meeting_state_check" CHECK (state IN (''preparing'', ''fixed'', ''held'', ''closed'', ''cancelled''))', 'CONSTRAINT "meeting_state_code" FOREIGN KEY ("state") REFERENCES "meeting_state_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'meeting';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "agenda_item_state_check" CHECK (state IN (''proposed'', ''blocked'', ''listed'', ''notified'', ''discussed'', ''postponed'', ''removed''))', 'CONSTRAINT "agenda_item_state_code" FOREIGN KEY ("state") REFERENCES "agenda_state_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'agenda_item';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "agenda_outcome_outcome_check" CHECK (outcome IN (''passed'', ''passed-in-principle'', ''revise-and-resubmit'', ''deferred'', ''not-passed'', ''other'', ''not-reached'', ''removed'', ''withdrawn''))', 'CONSTRAINT "agenda_outcome_outcome_code" FOREIGN KEY ("outcome") REFERENCES "outcome_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'agenda_outcome';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "attendance_capacity_check" CHECK (capacity IN (''member'', ''attending'', ''absent''))', 'CONSTRAINT "attendance_capacity_code" FOREIGN KEY ("capacity") REFERENCES "capacity_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'attendance';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "organ_kind_check" CHECK (kind IN (''department'', ''street'', ''government-office'', ''review-body'', ''adviser-office'', ''leadership'', ''supervision''))', 'CONSTRAINT "organ_kind_code" FOREIGN KEY ("kind") REFERENCES "organ_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'organ';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "unit_kind_check" CHECK (kind IN (''ordinary'', ''legal''))', 'CONSTRAINT "unit_kind_code" FOREIGN KEY ("kind") REFERENCES "unit_kind_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT') WHERE type = 'table' AND name = 'unit';
UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "post_state_check"', 'CONSTRAINT "post_role_code" FOREIGN KEY ("role") REFERENCES "role_code" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "post_state_check"') WHERE type = 'table' AND name = 'post';

PRAGMA writable_schema = RESET;
