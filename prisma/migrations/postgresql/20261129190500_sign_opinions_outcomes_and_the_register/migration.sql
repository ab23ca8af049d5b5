-- Opinions, outcomes and documents of the register are signed as clearances are. Rows of earlier releases have no signature;
-- what is null is left out of a row's digest, so that theirs stay as they are.

ALTER TABLE "opinion" ADD COLUMN "key_id" TEXT;
ALTER TABLE "opinion" ADD COLUMN "signature" TEXT;
ALTER TABLE "agenda_outcome" ADD COLUMN "key_id" TEXT;
ALTER TABLE "agenda_outcome" ADD COLUMN "signature" TEXT;
ALTER TABLE "published_document" ADD COLUMN "key_id" TEXT;
ALTER TABLE "published_document" ADD COLUMN "signature" TEXT;
