-- A leader's consent and the steps of an emergency order are on a text and on the title that it had. Rows of earlier releases
-- say no title; what is null keeps their digests.

ALTER TABLE "leader_consent" ADD COLUMN "title" TEXT;
ALTER TABLE "emergency_step" ADD COLUMN "title" TEXT;
