-- Failures are looked up by account alone, and taken away with the next sign-in.
DROP INDEX "failed_sign_in_last_at_idx";
