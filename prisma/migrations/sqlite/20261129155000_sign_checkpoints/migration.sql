-- Every entry carries a mark that only the holder of the house's key can make. The hashes of all entries stand in one list,
-- which only grows; signed checkpoints of it leave the house, and whoever acted has a signed receipt.

ALTER TABLE "audit_entry" ADD COLUMN "mac" TEXT;
ALTER TABLE "command_receipt" ADD COLUMN "checkpoint_size" INTEGER;
ALTER TABLE "command_receipt" ADD COLUMN "signature" TEXT;

CREATE TABLE "checkpoint_leaf" (
    "jurisdiction_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "position")
);

CREATE TABLE "checkpoint" (
    "jurisdiction_id" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "made_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "size")
);

CREATE TABLE "checkpoint_deposit" (
    "jurisdiction_id" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "cosignature" TEXT,
    "deposited_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "size", "target")
);

CREATE TABLE "signing_key" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "from_at" DATETIME NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "id")
);

CREATE UNIQUE INDEX "checkpoint_leaf_jurisdiction_id_stream_seq_key" ON "checkpoint_leaf"("jurisdiction_id", "stream", "seq");
CREATE UNIQUE INDEX "checkpoint_jurisdiction_id_fingerprint_key" ON "checkpoint"("jurisdiction_id", "fingerprint");

CREATE TRIGGER checkpoint_leaf_refuses_update BEFORE UPDATE ON "checkpoint_leaf"
BEGIN
	SELECT RAISE(ABORT, 'checkpoint_leaf is append-only');
END;

CREATE TRIGGER checkpoint_leaf_refuses_delete BEFORE DELETE ON "checkpoint_leaf"
BEGIN
	SELECT RAISE(ABORT, 'checkpoint_leaf is append-only');
END;

CREATE TRIGGER checkpoint_leaf_refuses_replace BEFORE INSERT ON "checkpoint_leaf"
BEGIN
	SELECT RAISE(ABORT, 'checkpoint_leaf has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "checkpoint_leaf" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "position" = NEW."position")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "stream" = NEW."stream" AND "seq" = NEW."seq")
	);
END;

CREATE TRIGGER checkpoint_refuses_update BEFORE UPDATE ON "checkpoint"
BEGIN
	SELECT RAISE(ABORT, 'checkpoint is append-only');
END;

CREATE TRIGGER checkpoint_refuses_delete BEFORE DELETE ON "checkpoint"
BEGIN
	SELECT RAISE(ABORT, 'checkpoint is append-only');
END;

CREATE TRIGGER checkpoint_refuses_replace BEFORE INSERT ON "checkpoint"
BEGIN
	SELECT RAISE(ABORT, 'checkpoint has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "checkpoint" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "size" = NEW."size")
			OR ("jurisdiction_id" = NEW."jurisdiction_id" AND "fingerprint" = NEW."fingerprint")
	);
END;

CREATE TRIGGER checkpoint_deposit_refuses_update BEFORE UPDATE ON "checkpoint_deposit"
BEGIN
	SELECT RAISE(ABORT, 'checkpoint_deposit is append-only');
END;

CREATE TRIGGER checkpoint_deposit_refuses_delete BEFORE DELETE ON "checkpoint_deposit"
BEGIN
	SELECT RAISE(ABORT, 'checkpoint_deposit is append-only');
END;

CREATE TRIGGER checkpoint_deposit_refuses_replace BEFORE INSERT ON "checkpoint_deposit"
BEGIN
	SELECT RAISE(ABORT, 'checkpoint_deposit has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "checkpoint_deposit" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "size" = NEW."size" AND "target" = NEW."target")
	);
END;

CREATE TRIGGER signing_key_refuses_update BEFORE UPDATE ON "signing_key"
BEGIN
	SELECT RAISE(ABORT, 'signing_key is append-only');
END;

CREATE TRIGGER signing_key_refuses_delete BEFORE DELETE ON "signing_key"
BEGIN
	SELECT RAISE(ABORT, 'signing_key is append-only');
END;

CREATE TRIGGER signing_key_refuses_replace BEFORE INSERT ON "signing_key"
BEGIN
	SELECT RAISE(ABORT, 'signing_key has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "signing_key" WHERE ("jurisdiction_id" = NEW."jurisdiction_id" AND "id" = NEW."id")
	);
END;
