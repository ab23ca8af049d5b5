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

    CONSTRAINT "checkpoint_leaf_pkey" PRIMARY KEY ("jurisdiction_id", "position")
);

CREATE TABLE "checkpoint" (
    "jurisdiction_id" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "made_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("jurisdiction_id", "size")
);

CREATE TABLE "checkpoint_deposit" (
    "jurisdiction_id" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "cosignature" TEXT,
    "deposited_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "checkpoint_deposit_pkey" PRIMARY KEY ("jurisdiction_id", "size", "target")
);

CREATE TABLE "signing_key" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "from_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("jurisdiction_id", "id")
);

CREATE UNIQUE INDEX "checkpoint_leaf_jurisdiction_id_stream_seq_key" ON "checkpoint_leaf"("jurisdiction_id", "stream", "seq");
CREATE UNIQUE INDEX "checkpoint_jurisdiction_id_fingerprint_key" ON "checkpoint"("jurisdiction_id", "fingerprint");

CREATE TRIGGER "checkpoint_leaf_refuses_change" BEFORE UPDATE OR DELETE ON "checkpoint_leaf" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "checkpoint_leaf" ENABLE ALWAYS TRIGGER "checkpoint_leaf_refuses_change";

CREATE TRIGGER "checkpoint_leaf_refuses_truncate" BEFORE TRUNCATE ON "checkpoint_leaf" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "checkpoint_leaf" ENABLE ALWAYS TRIGGER "checkpoint_leaf_refuses_truncate";

CREATE TRIGGER "checkpoint_refuses_change" BEFORE UPDATE OR DELETE ON "checkpoint" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "checkpoint" ENABLE ALWAYS TRIGGER "checkpoint_refuses_change";

CREATE TRIGGER "checkpoint_refuses_truncate" BEFORE TRUNCATE ON "checkpoint" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "checkpoint" ENABLE ALWAYS TRIGGER "checkpoint_refuses_truncate";

CREATE TRIGGER "checkpoint_deposit_refuses_change" BEFORE UPDATE OR DELETE ON "checkpoint_deposit" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "checkpoint_deposit" ENABLE ALWAYS TRIGGER "checkpoint_deposit_refuses_change";

CREATE TRIGGER "checkpoint_deposit_refuses_truncate" BEFORE TRUNCATE ON "checkpoint_deposit" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "checkpoint_deposit" ENABLE ALWAYS TRIGGER "checkpoint_deposit_refuses_truncate";

CREATE TRIGGER "signing_key_refuses_change" BEFORE UPDATE OR DELETE ON "signing_key" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "signing_key" ENABLE ALWAYS TRIGGER "signing_key_refuses_change";

CREATE TRIGGER "signing_key_refuses_truncate" BEFORE TRUNCATE ON "signing_key" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "signing_key" ENABLE ALWAYS TRIGGER "signing_key_refuses_truncate";
