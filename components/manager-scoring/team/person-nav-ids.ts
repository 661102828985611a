export const personNavIds = { previous: "person-previous", next: "person-next" } as const;
