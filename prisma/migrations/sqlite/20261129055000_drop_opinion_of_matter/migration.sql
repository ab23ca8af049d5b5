-- Which opinion is in force follows from the opinions and their revocations; nothing read the column that said it again.

ALTER TABLE "matter" DROP COLUMN "opinion_id";
