-- What makes the one-time codes of an account, and when a session was asked for one and given it.

ALTER TABLE "session" ADD COLUMN "code_asked_at" TIMESTAMP(3);
ALTER TABLE "session" ADD COLUMN "code_given_at" TIMESTAMP(3);

CREATE TABLE "second_factor" (
    "jurisdiction_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "set_at" TIMESTAMP(3) NOT NULL,
    "last_step" INTEGER NOT NULL,
    "spare_codes" TEXT NOT NULL,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("jurisdiction_id", "account_id"),
    CONSTRAINT "second_factor_account" FOREIGN KEY ("jurisdiction_id", "account_id") REFERENCES "account" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
