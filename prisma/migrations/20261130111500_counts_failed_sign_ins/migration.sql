-- Shown to the person after the next sign-in. Kept by the hash the throttle counts under, for logins nobody has as well.
CREATE TABLE "failed_sign_in" (
    "account" CHAR(64) NOT NULL,
    "count" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "failed_sign_in_pkey" PRIMARY KEY ("account")
);
CREATE INDEX "failed_sign_in_last_at_idx" ON "failed_sign_in"("last_at");

ALTER TABLE "session" ADD COLUMN "failures_before" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "last_failure_at" TIMESTAMPTZ(3);
