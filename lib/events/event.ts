import { z } from "zod";

/**
 * Everything that is recorded. Payloads name content by id, value key and half-points, never by text: who may read what
 * happened may not always read the content.
 */
const id = z.string().max(64);
const valueKey = z.string().max(60);
const halfPoints = z.number().int().min(0).max(100);
const scores = z.record(valueKey, halfPoints.nullable());

export const recordedEventSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("cycle.opened"), people: z.number().int(), exempt: z.number().int() }),
  z.object({
    kind: z.literal("cycle.window_changed"),
    stage: z.string().max(40),
    from: z.string().max(40),
    to: z.string().max(40),
    /** About the calendar, not about anybody's content. */
    reason: z.string().max(500).optional(),
  }),
  z.object({ kind: z.literal("cycle.paused"), reason: z.string().max(500) }),
  z.object({
    kind: z.literal("cycle.resumed"),
    reason: z.string().max(500),
    days: z.number().int(),
  }),
  z.object({ kind: z.literal("cycle.closed"), unfinished: z.number().int() }),
  z.object({
    kind: z.literal("ruleset.imported"),
    ruleset: z.enum(["framework", "policy"]),
    key: z.string().max(60),
    version: z.number().int(),
    versionId: id,
  }),
  z.object({
    kind: z.literal("self.saved"),
    value: valueKey,
    before: halfPoints.nullable(),
    after: halfPoints.nullable(),
  }),
  /** A case put at another rung or value, by its author while they write. */
  z.object({
    kind: z.enum(["self.case_moved", "manager.case_moved"]),
    caseId: id,
    from: valueKey,
    fromPoint: z.number().int(),
    value: valueKey,
    point: z.number().int(),
  }),
  z.object({
    kind: z.literal("self.submitted"),
    number: z.number().int(),
    total: halfPoints,
    scores,
  }),
  z.object({ kind: z.enum(["self.taken_back", "manager.taken_back"]), number: z.number().int() }),
  z.object({ kind: z.literal("self.returned"), noteId: id }),
  z.object({
    kind: z.literal("manager.saved"),
    value: valueKey,
    before: halfPoints.nullable(),
    after: halfPoints.nullable(),
  }),
  /** A mark set or taken back at the manager's desk; what becomes of it is recorded by `manager.referred`. */
  z.object({ kind: z.literal("manager.doubted"), value: valueKey, inDoubt: z.boolean() }),
  /** Before the self-review of the value was open to them: the score at which the manager's own draft stood. */
  z.object({ kind: z.literal("manager.scored_first"), value: valueKey, halfPoints }),
  /** Handed in with a doubt raised since the last time, so one over one and HR look at it. */
  z.object({ kind: z.literal("manager.referred"), round: z.number().int(), value: valueKey }),
  z.object({
    kind: z.literal("manager.submitted"),
    number: z.number().int(),
    round: z.number().int(),
    total: halfPoints,
    band: z.string().max(60).nullable(),
    scores,
  }),
  z.object({ kind: z.literal("second_level.agreed"), round: z.number().int() }),
  z.object({ kind: z.literal("second_level.returned"), round: z.number().int(), noteId: id }),
  /** Which of a sheet's scores were drawn for HR to look at; none where it was not hit. */
  z.object({ kind: z.literal("sample.drawn"), values: z.array(valueKey).max(40) }),
  z.object({ kind: z.literal("sample.revealed") }),
  z.object({ kind: z.literal("second_level.taken_back"), round: z.number().int() }),
  /** A yes of HR or an approver, or their no, taken back by whoever gave it. */
  z.object({
    kind: z.enum([
      "hr.taken_back",
      "hr.return_taken_back",
      "approval.taken_back",
      "approval.decline_taken_back",
      "approval.question_taken_back",
    ]),
    round: z.number().int(),
    value: valueKey,
    halfPoints,
  }),
  z.object({ kind: z.literal("hr.opened") }),
  z.object({
    kind: z.enum([
      "hr.reopened",
      "hr.reopened_self",
      "hr.reopened_second_level",
      "hr.reopened_audit",
    ]),
    noteId: id,
  }),
  z.object({ kind: z.literal("hr.beneficiary_view"), round: z.number().int(), value: valueKey }),
  z.object({ kind: z.literal("hr.beneficiary_link"), round: z.number().int(), value: valueKey }),
  z.object({
    kind: z.literal("hr.beneficiary_link_revoked"),
    round: z.number().int(),
    value: valueKey,
  }),
  z.object({
    kind: z.literal("hr.beneficiary_answered"),
    round: z.number().int(),
    value: valueKey,
  }),
  z.object({
    kind: z.literal("hr.confirmed"),
    round: z.number().int(),
    value: valueKey,
    halfPoints,
    /** A consequence rests on the score, so its written facts were verified. */
    sanction: z.literal(true).optional(),
  }),
  z.object({
    kind: z.literal("hr.returned"),
    round: z.number().int(),
    value: valueKey,
    halfPoints,
    reason: z.string().max(20),
    noteId: id,
  }),
  z.object({
    kind: z.literal("approval.approved"),
    round: z.number().int(),
    value: valueKey,
    halfPoints,
  }),
  z.object({
    kind: z.enum(["approval.declined", "approval.asked"]),
    round: z.number().int(),
    value: valueKey,
    halfPoints,
    noteId: id,
  }),
  /** Proposed or moved; by whom is the actor. */
  z.object({ kind: z.literal("interview.arranged"), sequence: z.number().int() }),
  z.object({ kind: z.literal("interview.recorded") }),
  z.object({ kind: z.literal("interview.confirmed") }),
  z.object({ kind: z.literal("interview.contested") }),
  z.object({ kind: z.literal("result.published") }),
  z.object({
    kind: z.literal("result.acknowledged"),
    /** Absent in what was recorded before there was a choice: agreed. */
    answer: z.enum(["accepted", "reserved"]).optional(),
  }),
  z.object({ kind: z.literal("result.objected") }),
  /** A published result; `edition` is the one begun with it. */
  z.object({ kind: z.literal("result.reopened"), edition: z.number().int(), noteId: id }),
  /** Who holds the sheet from now on; null: nobody by name. */
  z.object({
    kind: z.enum([
      "hand_over.manager",
      "hand_over.second_level",
      "hand_over.approver",
      "hand_over.hr_partner",
    ]),
    from: id.nullable(),
    to: id.nullable(),
  }),
  z.object({
    kind: z.enum([
      "line.planned",
      "line.cancelled",
      "line.restored",
      "line.looked",
      "line.carried_out",
      "line.unfit",
    ]),
    planId: id,
  }),
  /** A sheet under way went with its person into another department. */
  z.object({ kind: z.literal("sheet.transferred"), from: id, to: id }),
  /** HR looked at what fell to the next in line. */
  z.object({ kind: z.literal("fallen.looked"), handOverId: id }),
  z.object({ kind: z.enum(["delegation.named", "delegation.ended"]), delegationId: id }),
  z.object({
    kind: z.enum(["relation.declared", "relation.confirmed", "relation.ended"]),
    relationId: id,
  }),
  /** Who is in a cycle, changed by hand; about taking part, not about anybody's content. */
  z.object({
    kind: z.enum(["participation.exempted", "participation.included"]),
    reason: z.string().max(500),
  }),
  z.object({ kind: z.literal("participation.left") }),
  z.object({
    kind: z.literal("participation.extended"),
    stage: z.string().max(40),
    to: z.string().max(40),
    /** Until when the employee's step of several stages lasts now; absent where that did not move. */
    stepTo: z.string().max(40).optional(),
    reason: z.string().max(500),
  }),
  z.object({ kind: z.literal("person.invited"), invitation: id }),
  z.object({ kind: z.literal("person.signed_in"), by: z.enum(["password", "oidc", "invitation"]) }),
  z.object({ kind: z.literal("person.signed_out") }),
  z.object({ kind: z.literal("person.identity_linked") }),
  z.object({ kind: z.literal("person.created") }),
  z.object({ kind: z.literal("person.password_changed") }),
  z.object({ kind: z.literal("person.deactivated") }),
  z.object({ kind: z.literal("person.changed"), fields: z.array(z.string().max(40)).max(20) }),
  z.object({ kind: z.literal("department.created"), departmentId: id }),
  z.object({
    kind: z.literal("department.changed"),
    departmentId: id,
    fields: z.array(z.string().max(40)).max(20),
  }),
  z.object({ kind: z.literal("role.granted"), grantId: id }),
  z.object({ kind: z.literal("role.revoked"), grantId: id }),
  z.object({ kind: z.literal("what_if.listed"), policyVersionId: id }),
  z.object({ kind: z.literal("company.created") }),
]);

export type RecordedEvent = z.infer<typeof recordedEventSchema>;
export type EventKind = RecordedEvent["kind"];
