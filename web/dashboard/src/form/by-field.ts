/**
 * The details of a failure by the fields that they stand in: what is wrong at `metadata.a[0]` is
 * said at `metadata`, with the path.
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
