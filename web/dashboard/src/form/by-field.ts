/**
 * Groups the details of a failure by form field: the reasons for `metadata.a[0]` go to `metadata`,
 * prefixed with the path.
 */
export function byField(details: Record<string, string[]>): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [path, reasons] of Object.entries(details)) {
    const field = fieldOf(path);
    const texts = field === path ? reasons : reasons.map((reason) => `${path} ${reason}`);
    found[field] = [...(found[field] ?? []), ...texts];
  }
  return found;
}

/** The reasons for fields that the form does not have, as sentences that name the field. */
export function reasonsOfOthers(
  details: Record<string, string[]>,
  hasField: (name: string) => boolean,
): string[] {
  return Object.entries(details)
    .filter(([path]) => !hasField(fieldOf(path)))
    .flatMap(([path, reasons]) => reasons.map((reason) => `${path} ${reason}.`));
}

/** The field of a path: `metadata` for `metadata.a[0]`. */
function fieldOf(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? path;
}
