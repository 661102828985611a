export interface PersonLink {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** Both names, because the language is the reader's. */
export interface DepartmentName {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
}

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
