-- The Word file of a sealed paper is written before the act and named in its row; earlier papers have none.
ALTER TABLE "sealed_paper" ADD COLUMN "file_sha256" TEXT;
ALTER TABLE "sealed_paper" ADD COLUMN "file_size" INTEGER;
