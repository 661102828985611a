import { z } from "zod";
import { deputyRooms } from "@/lib/authz/actor";
import { dateField } from "@/lib/fields/dates";

const id = z.uuid("invalid_input");
const ids = z.array(id).max(200);

export const nameDeputySchema = z.strictObject({
  forId: id,
  deputyId: z.union([z.literal(""), id], "required"),
  rooms: z.array(z.enum(deputyRooms)).min(1, "room_required").max(deputyRooms.length),
  /** Of these alone; of everything where neither is named. */
  departmentIds: ids,
  employeeIds: ids,
  from: dateField,
  /** The last day. */
  until: dateField,
});
export const endDelegationSchema = z.strictObject({ delegationId: id });
export const delegationAddressSchema = z.strictObject({ employeeId: id });

export type NameDeputyInput = z.infer<typeof nameDeputySchema>;
export type EndDelegationInput = z.infer<typeof endDelegationSchema>;
