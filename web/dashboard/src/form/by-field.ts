/**
 * Groups the details of a failure by form field: the reasons for `metadata.a[0]` go to `metadata`,
 * prefixed with the path.
 */
export function byField(details: Record<string, string[]>): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [path, reasons] of Object.entries(details)) {
    const field = /^[^.[]*/.exec(path)?.[0] ?? path;
    const texts = field === path ? reasons : reasons.map((reason) => `${path} ${reason}`);
    found[field] = [...(found[field] ?? []), ...texts];
  }
  return found;
}
