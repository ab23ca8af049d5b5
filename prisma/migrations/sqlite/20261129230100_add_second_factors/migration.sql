-- What makes the one-time codes of an account, and when a session was asked for one and given it.

ALTER TABLE "session" ADD COLUMN "code_asked_at" DATETIME;
ALTER TABLE "session" ADD COLUMN "code_given_at" DATETIME;

CREATE TABLE "second_factor" (
    "jurisdiction_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "set_at" DATETIME NOT NULL,
    "last_step" INTEGER NOT NULL,
    "spare_codes" TEXT NOT NULL,

    PRIMARY KEY ("jurisdiction_id", "account_id"),
    CONSTRAINT "second_factor_account" FOREIGN KEY ("jurisdiction_id", "account_id") REFERENCES "account" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
