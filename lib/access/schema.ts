import { z } from "zod";
import { passwordLimits } from "@/lib/fields/limits";
import { versionField } from "@/lib/fields/version";

export const roleNames = ["hr_admin", "hr_partner"] as const;

export const newPasswordSchema = z
  .string()
  .min(passwordLimits.least, "password_too_short")
  .max(passwordLimits.most, "too_long");

const employeeId = z.uuid("invalid_input");

export const acceptInvitationSchema = z.strictObject({
  token: z.string().min(1).max(100),
  password: newPasswordSchema,
});

export const changePasswordSchema = z.strictObject({
  current: z.string().min(1, "required").max(passwordLimits.most, "too_long"),
  next: newPasswordSchema,
});

export const inviteSchema = z.strictObject({ employeeId });

export const grantRoleSchema = z
  .strictObject({
    employeeId,
    /** Of the person's roles as they were seen. */
    version: versionField,
    role: z.enum(roleNames, "invalid_input"),
    departmentId: z.uuid("required").nullable(),
  })
  .refine((grant) => grant.role === "hr_admin" || grant.departmentId !== null, {
    path: ["departmentId"],
    message: "required",
  });

export const revokeRoleSchema = z.strictObject({
  grantId: z.uuid("invalid_input"),
  version: versionField,
});

export type AcceptInvitationInput = z.infer<typeof acceptInvitationSchema>;
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;
export type InviteInput = z.infer<typeof inviteSchema>;
export type GrantRoleInput = z.infer<typeof grantRoleSchema>;
export type RevokeRoleInput = z.infer<typeof revokeRoleSchema>;
