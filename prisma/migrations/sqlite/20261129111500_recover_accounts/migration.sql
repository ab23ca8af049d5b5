-- 找回账号: a new password for somebody who signs, checks or confirms takes one administrator who asks and another who confirms.

CREATE TABLE "account_recovery" (
    "jurisdiction_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" DATETIME NOT NULL,
    "decided_by" TEXT,
    "decided_at" DATETIME,
    "link_sha256" TEXT,
    "used_at" DATETIME,
    "lifted_by" TEXT,
    "lifted_at" DATETIME,

    PRIMARY KEY ("jurisdiction_id", "id"),
    CONSTRAINT "account_recovery_account" FOREIGN KEY ("jurisdiction_id", "account_id") REFERENCES "account" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "account_recovery_two_hands" CHECK (decided_by <> requested_by),
    CONSTRAINT "account_recovery_decided" CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (link_sha256 IS NULL OR decided_by IS NOT NULL)),
    CONSTRAINT "account_recovery_used" CHECK (used_at IS NULL OR link_sha256 IS NOT NULL),
    CONSTRAINT "account_recovery_lifted" CHECK ((lifted_by IS NULL) = (lifted_at IS NULL) AND (lifted_by IS NULL OR used_at IS NOT NULL))
);

CREATE UNIQUE INDEX "account_recovery_link" ON "account_recovery"("link_sha256");
CREATE INDEX "account_recovery_of_account" ON "account_recovery"("jurisdiction_id", "account_id");
