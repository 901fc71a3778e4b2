/** The user fields in files, in the order of the exported columns. */
export const USER_COLUMNS = [
  "uid",
  "name",
  "avatar",
  "link",
  "role",
  "statusMessage",
  "tags",
  "metadata",
  "createdAt",
  "lastActiveAt",
  "deactivatedAt",
] as const;

export type UserColumn = (typeof USER_COLUMNS)[number];

const BY_NAME = new Map(USER_COLUMNS.map((column) => [plain(column), column]));

/** The field for a column heading. Ignores case, spaces, _ and -: "Last_active at". */
export function columnOf(heading: string): UserColumn | undefined {
  return BY_NAME.get(plain(heading));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, "");
}
