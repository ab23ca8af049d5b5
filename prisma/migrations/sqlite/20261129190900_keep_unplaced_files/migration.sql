-- Files that were brought with others and whose item nobody has said yet are kept, without effect, until somebody places
-- or removes them.

CREATE TABLE "unplaced_file" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "matter_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "secrecy" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" DATETIME NOT NULL,
    "settled_as" TEXT,
    "settled_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "unplaced_file_matter" FOREIGN KEY ("jurisdiction_id", "matter_id") REFERENCES "matter" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "unplaced_file_settled" CHECK ((settled_as IS NULL) = (settled_at IS NULL)),
    CONSTRAINT "unplaced_file_secrecy" CHECK (secrecy IN ('public', 'internal'))
);
CREATE INDEX "unplaced_file_of_matter" ON "unplaced_file"("jurisdiction_id", "matter_id", "id");
