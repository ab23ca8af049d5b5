-- Re-checks and the opinions of counsel are signed as clearances are. Rows of earlier releases have no signature; what is null
-- is left out of a row's digest, so that theirs stay as they are.

ALTER TABLE "recheck" ADD COLUMN "body_sha256" TEXT;
ALTER TABLE "recheck" ADD COLUMN "key_id" TEXT;
ALTER TABLE "recheck" ADD COLUMN "signature" TEXT;
ALTER TABLE "counsel_opinion" ADD COLUMN "content_sha256" TEXT;
ALTER TABLE "counsel_opinion" ADD COLUMN "key_id" TEXT;
ALTER TABLE "counsel_opinion" ADD COLUMN "signature" TEXT;
