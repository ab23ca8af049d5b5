-- A hearing is a statutory step of its own (Decree 713 art. 16, 17; 规章制定程序条例 art. 16, 36). What was answered before
-- says nothing of one, and nothing is filled in for it.
INSERT INTO "step_code" ("code") VALUES ('hearing');
