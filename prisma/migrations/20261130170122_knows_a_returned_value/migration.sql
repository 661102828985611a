-- What HR returned comes back to HR, whatever its new score is.
ALTER TYPE "AuditReason" ADD VALUE 'returned' AFTER 'sanction';
