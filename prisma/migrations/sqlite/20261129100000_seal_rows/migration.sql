-- Every entry of the trail carries the digests of the rows that its act wrote. This table says which entry has a row last,
-- and how often the row was written; it is made of the entries and compared with them.
CREATE TABLE "row_seal" (
    "jurisdiction_id" TEXT NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_key" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "table_name", "row_key")
) WITHOUT ROWID;
