-- CreateEnum
CREATE TYPE "AppraisalState" AS ENUM ('self_review', 'manager_scoring', 'second_level', 'hr_audit', 'approval', 'interview', 'published', 'acknowledged', 'objected');

-- CreateEnum
CREATE TYPE "Side" AS ENUM ('self', 'manager');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('met', 'partly', 'unmet');

-- CreateEnum
CREATE TYPE "CaseKind" AS ENUM ('supports', 'contradicts');

-- CreateEnum
CREATE TYPE "CycleState" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('self_review', 'manager_scoring', 'second_level', 'hr_audit', 'approval', 'interview', 'result');

-- CreateEnum
CREATE TYPE "ExemptReason" AS ENUM ('joined_late', 'on_leave', 'no_manager', 'left');

-- CreateEnum
CREATE TYPE "GrantMode" AS ENUM ('presumed', 'evidenced');

-- CreateEnum
CREATE TYPE "HalfPointUse" AS ENUM ('usual', 'exceptional');

-- CreateEnum
CREATE TYPE "EmployeeStatus" AS ENUM ('active', 'on_leave', 'left');

-- CreateEnum
CREATE TYPE "RoleName" AS ENUM ('hr_admin', 'hr_partner');

-- CreateEnum
CREATE TYPE "SecondLevelVerdict" AS ENUM ('agreed', 'returned');

-- CreateEnum
CREATE TYPE "VerificationVerdict" AS ENUM ('confirmed', 'returned');

-- CreateEnum
CREATE TYPE "CaseReturnReason" AS ENUM ('unsupported', 'mismatched', 'insufficient');

-- CreateEnum
CREATE TYPE "ApprovalVerdict" AS ENUM ('approved', 'declined');

-- CreateEnum
CREATE TYPE "AcknowledgementKind" AS ENUM ('accepted', 'objected');

-- CreateTable
CREATE TABLE "credential" (
    "employee_id" UUID NOT NULL,
    "password_hash" VARCHAR(255) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("employee_id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" CHAR(64) NOT NULL,
    "employee_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "external_identity" (
    "issuer" VARCHAR(255) NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "employee_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "invitation" (
    "token_hash" CHAR(64) NOT NULL,
    "employee_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "appraisal" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "state" "AppraisalState" NOT NULL DEFAULT 'self_review',
    "version" INTEGER NOT NULL DEFAULT 1,
    "round" SMALLINT NOT NULL DEFAULT 0,
    "self_submitted_at" TIMESTAMPTZ(3),
    "manager_submitted_at" TIMESTAMPTZ(3),
    "final_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "self_total" SMALLINT,
    "manager_total" SMALLINT,
    "band" VARCHAR(60),
    "returned_from" "AppraisalState",

    CONSTRAINT "appraisal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "judgement" (
    "appraisal_id" UUID NOT NULL,
    "value_id" UUID NOT NULL,
    "point" SMALLINT NOT NULL,
    "side" "Side" NOT NULL,
    "verdict" "Verdict" NOT NULL,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("appraisal_id","side","value_id","point")
);

-- CreateTable
CREATE TABLE "appraisal_case" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "side" "Side" NOT NULL,
    "value_id" UUID NOT NULL,
    "point" SMALLINT NOT NULL,
    "kind" "CaseKind" NOT NULL,
    "position" SMALLINT NOT NULL,
    "title" VARCHAR(120) NOT NULL,
    "happened_on" DATE,
    "happened" VARCHAR(2000) NOT NULL DEFAULT '',
    "action" VARCHAR(2000) NOT NULL DEFAULT '',
    "outcome" VARCHAR(2000) NOT NULL DEFAULT '',
    "beneficiary" VARCHAR(400) NOT NULL DEFAULT '',

    CONSTRAINT "appraisal_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "value_score" (
    "appraisal_id" UUID NOT NULL,
    "value_id" UUID NOT NULL,
    "side" "Side" NOT NULL,
    "half_points" SMALLINT,
    "max_half_points" SMALLINT NOT NULL,
    "justification" VARCHAR(4000) NOT NULL DEFAULT '',

    CONSTRAINT "value_score_pkey" PRIMARY KEY ("appraisal_id","side","value_id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "side" "Side" NOT NULL,
    "number" SMALLINT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "sheet" JSONB NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycle" (
    "id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "quarter" SMALLINT NOT NULL,
    "state" "CycleState" NOT NULL DEFAULT 'open',
    "framework_version_id" UUID NOT NULL,
    "policy_version_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_window" (
    "cycle_id" UUID NOT NULL,
    "stage" "Stage" NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stage_window_pkey" PRIMARY KEY ("cycle_id","stage")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "manager_id" UUID,
    "second_level_id" UUID,
    "department_id" UUID NOT NULL,
    "division_id" UUID NOT NULL,
    "approver_id" UUID,
    "hr_partner_id" UUID,
    "exempt_reason" "ExemptReason",

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework" (
    "id" UUID NOT NULL,
    "key" VARCHAR(60) NOT NULL,

    CONSTRAINT "framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_version" (
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "edition" VARCHAR(60),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "framework_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "value" (
    "id" UUID NOT NULL,
    "framework_version_id" UUID NOT NULL,
    "key" VARCHAR(60) NOT NULL,
    "position" SMALLINT NOT NULL,
    "gated" BOOLEAN NOT NULL,
    "name" JSONB NOT NULL,
    "motto" JSONB,
    "max_half_points" SMALLINT NOT NULL,

    CONSTRAINT "value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rung" (
    "value_id" UUID NOT NULL,
    "point" SMALLINT NOT NULL,
    "grant_mode" "GrantMode" NOT NULL,
    "half_point" "HalfPointUse" NOT NULL DEFAULT 'usual',
    "statement" JSONB NOT NULL,
    "meaning" JSONB NOT NULL,
    "supports" JSONB NOT NULL,
    "breaks" JSONB NOT NULL,
    "half_point_advice" JSONB,
    "assumed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "rung_pkey" PRIMARY KEY ("value_id","point")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" UUID NOT NULL,
    "key" VARCHAR(60) NOT NULL,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "name" VARCHAR(120) NOT NULL,
    "time_zone" VARCHAR(60) NOT NULL DEFAULT 'Asia/Shanghai',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "name_en" VARCHAR(120),
    "is_division" BOOLEAN NOT NULL DEFAULT false,
    "parent_id" UUID,
    "head_id" UUID,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employee" (
    "id" UUID NOT NULL,
    "number" VARCHAR(40) NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "email" VARCHAR(254),
    "department_id" UUID NOT NULL,
    "manager_id" UUID,
    "hire_date" DATE NOT NULL,
    "status" "EmployeeStatus" NOT NULL DEFAULT 'active',
    "job_title" VARCHAR(120),

    CONSTRAINT "employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "role" "RoleName" NOT NULL,
    "department_id" UUID,
    "granted_by_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_note" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "from_state" "AppraisalState" NOT NULL,
    "to_state" "AppraisalState" NOT NULL,
    "reason" VARCHAR(2000) NOT NULL,
    "case_reason" "CaseReturnReason",
    "value_key" VARCHAR(60),
    "point" SMALLINT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "return_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_level_decision" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "round" SMALLINT NOT NULL,
    "verdict" "SecondLevelVerdict" NOT NULL,
    "comment" VARCHAR(2000) NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "second_level_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hr_verification" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "round" SMALLINT NOT NULL,
    "value_key" VARCHAR(60) NOT NULL,
    "half_points" SMALLINT NOT NULL,
    "verdict" "VerificationVerdict" NOT NULL,
    "case_reason" "CaseReturnReason",
    "comment" VARCHAR(2000) NOT NULL DEFAULT '',
    "beneficiary_view" VARCHAR(2000) NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hr_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "round" SMALLINT NOT NULL,
    "value_key" VARCHAR(60) NOT NULL,
    "half_points" SMALLINT NOT NULL,
    "verdict" "ApprovalVerdict" NOT NULL,
    "reason" VARCHAR(2000) NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview" (
    "appraisal_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "good" VARCHAR(2000) NOT NULL,
    "short" VARCHAR(2000) NOT NULL,
    "direction" VARCHAR(2000) NOT NULL,
    "deductions" VARCHAR(4000) NOT NULL DEFAULT '',
    "minutes" VARCHAR(4000) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "interview_pkey" PRIMARY KEY ("appraisal_id")
);

-- CreateTable
CREATE TABLE "acknowledgement" (
    "appraisal_id" UUID NOT NULL,
    "kind" "AcknowledgementKind" NOT NULL,
    "text" VARCHAR(2000) NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acknowledgement_pkey" PRIMARY KEY ("appraisal_id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "kind" VARCHAR(60) NOT NULL,
    "appraisal_id" UUID,
    "cycle_id" UUID,
    "employee_id" UUID,
    "payload" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_employee_id_idx" ON "session"("employee_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "external_identity_employee_id_idx" ON "external_identity"("employee_id");

-- CreateIndex
CREATE INDEX "invitation_employee_id_idx" ON "invitation"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_participant_id_key" ON "appraisal"("participant_id");

-- CreateIndex
CREATE INDEX "appraisal_cycle_id_state_idx" ON "appraisal"("cycle_id", "state");

-- CreateIndex
CREATE INDEX "appraisal_employee_id_idx" ON "appraisal"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_cycle_id_employee_id_key" ON "appraisal"("cycle_id", "employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_participant_id_cycle_id_employee_id_key" ON "appraisal"("participant_id", "cycle_id", "employee_id");

-- CreateIndex
CREATE INDEX "appraisal_case_appraisal_id_side_idx" ON "appraisal_case"("appraisal_id", "side");

-- CreateIndex
CREATE UNIQUE INDEX "submission_appraisal_id_side_number_key" ON "submission"("appraisal_id", "side", "number");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_year_quarter_key" ON "cycle"("year", "quarter");

-- CreateIndex
CREATE INDEX "participant_manager_id_cycle_id_idx" ON "participant"("manager_id", "cycle_id");

-- CreateIndex
CREATE INDEX "participant_second_level_id_cycle_id_idx" ON "participant"("second_level_id", "cycle_id");

-- CreateIndex
CREATE INDEX "participant_approver_id_cycle_id_idx" ON "participant"("approver_id", "cycle_id");

-- CreateIndex
CREATE INDEX "participant_department_id_cycle_id_idx" ON "participant"("department_id", "cycle_id");

-- CreateIndex
CREATE INDEX "participant_employee_id_idx" ON "participant"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_cycle_id_employee_id_key" ON "participant"("cycle_id", "employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_id_cycle_id_employee_id_key" ON "participant"("id", "cycle_id", "employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_key_key" ON "framework"("key");

-- CreateIndex
CREATE UNIQUE INDEX "framework_version_framework_id_version_key" ON "framework_version"("framework_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "value_framework_version_id_key_key" ON "value"("framework_version_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "value_framework_version_id_position_key" ON "value"("framework_version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "value_id_max_half_points_key" ON "value"("id", "max_half_points");

-- CreateIndex
CREATE UNIQUE INDEX "policy_key_key" ON "policy"("key");

-- CreateIndex
CREATE UNIQUE INDEX "policy_version_policy_id_version_key" ON "policy_version"("policy_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "department_code_key" ON "department"("code");

-- CreateIndex
CREATE INDEX "department_parent_id_idx" ON "department"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "employee_number_key" ON "employee"("number");

-- CreateIndex
CREATE UNIQUE INDEX "employee_email_key" ON "employee"("email");

-- CreateIndex
CREATE INDEX "employee_manager_id_idx" ON "employee"("manager_id");

-- CreateIndex
CREATE INDEX "employee_department_id_idx" ON "employee"("department_id");

-- CreateIndex
CREATE INDEX "role_grant_employee_id_idx" ON "role_grant"("employee_id");

-- CreateIndex
CREATE INDEX "return_note_appraisal_id_idx" ON "return_note"("appraisal_id");

-- CreateIndex
CREATE UNIQUE INDEX "second_level_decision_appraisal_id_round_key" ON "second_level_decision"("appraisal_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "hr_verification_appraisal_id_round_value_key_key" ON "hr_verification"("appraisal_id", "round", "value_key");

-- CreateIndex
CREATE UNIQUE INDEX "approval_appraisal_id_round_value_key_key" ON "approval"("appraisal_id", "round", "value_key");

-- CreateIndex
CREATE INDEX "audit_event_appraisal_id_id_idx" ON "audit_event"("appraisal_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_cycle_id_id_idx" ON "audit_event"("cycle_id", "id");

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_participant_id_cycle_id_employee_id_fkey" FOREIGN KEY ("participant_id", "cycle_id", "employee_id") REFERENCES "participant"("id", "cycle_id", "employee_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_value_id_point_fkey" FOREIGN KEY ("value_id", "point") REFERENCES "rung"("value_id", "point") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal_case" ADD CONSTRAINT "appraisal_case_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal_case" ADD CONSTRAINT "appraisal_case_value_id_point_fkey" FOREIGN KEY ("value_id", "point") REFERENCES "rung"("value_id", "point") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_score" ADD CONSTRAINT "value_score_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_score" ADD CONSTRAINT "value_score_value_id_max_half_points_fkey" FOREIGN KEY ("value_id", "max_half_points") REFERENCES "value"("id", "max_half_points") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_policy_version_id_fkey" FOREIGN KEY ("policy_version_id") REFERENCES "policy_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_window" ADD CONSTRAINT "stage_window_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_second_level_id_fkey" FOREIGN KEY ("second_level_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_hr_partner_id_fkey" FOREIGN KEY ("hr_partner_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_version" ADD CONSTRAINT "framework_version_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value" ADD CONSTRAINT "value_framework_version_id_fkey" FOREIGN KEY ("framework_version_id") REFERENCES "framework_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rung" ADD CONSTRAINT "rung_value_id_fkey" FOREIGN KEY ("value_id") REFERENCES "value"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_head_id_fkey" FOREIGN KEY ("head_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_note" ADD CONSTRAINT "return_note_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_note" ADD CONSTRAINT "return_note_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_level_decision" ADD CONSTRAINT "second_level_decision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_level_decision" ADD CONSTRAINT "second_level_decision_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hr_verification" ADD CONSTRAINT "hr_verification_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hr_verification" ADD CONSTRAINT "hr_verification_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement" ADD CONSTRAINT "acknowledgement_appraisal_id_fkey" FOREIGN KEY ("appraisal_id") REFERENCES "appraisal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
