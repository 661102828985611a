/** The part of the address, of pages and of files alike. */
export const roomOf = { framework: "frameworks", policy: "policies" } as const;
