-- Tries of signing in, counted for every process together, and the browsers that somebody has signed in from.

CREATE TABLE "sign_in_try" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "sign_in_try_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "known_device" (
    "jurisdiction_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "token_sha256" TEXT NOT NULL,
    "last_used_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("jurisdiction_id", "account_id", "token_sha256"),
    CONSTRAINT "known_device_account" FOREIGN KEY ("jurisdiction_id", "account_id") REFERENCES "account" ("jurisdiction_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
