-- Capitals do not tell accounts apart any more. Two that differ by nothing else keep their names, and each signs in with its own.
UPDATE "account" SET "login_name" = lower("login_name")
WHERE "login_name" <> lower("login_name")
	AND NOT EXISTS (
		SELECT 1 FROM "account" AS "other"
		WHERE lower("other"."login_name") = lower("account"."login_name") AND "other"."id" <> "account"."id"
	);
