-- Neither yes nor no: an approver asks for more, and HR answers.
ALTER TYPE "ApprovalVerdict" ADD VALUE 'asked' AFTER 'declined';
