import type { DepartmentName, PersonLink } from "@/lib/people/types";

export interface DepartmentNode extends DepartmentName {
  readonly code: string;
  readonly isDivision: boolean;
  readonly version: number;
  readonly parentId: string | null;
  readonly head: PersonLink | null;
  /** Own people without those who left, not counting the departments below. */
  readonly people: number;
  readonly depth: number;
}
