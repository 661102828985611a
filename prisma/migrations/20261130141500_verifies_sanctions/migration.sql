-- A score on which a consequence rests is verified by HR for that reason. Cycles under older policies never have it.
ALTER TYPE "AuditReason" ADD VALUE 'sanction' AFTER 'five';
