/**
 * Runs `task` for each item, at most `limit` at a time. Returns the items whose task rejected, with
 * the reasons. `onProgress` receives the number of finished items.
 */
export async function inParallel<Item>(
  items: readonly Item[],
  limit: number,
  task: (item: Item) => Promise<unknown>,
  onProgress: (done: number) => void,
): Promise<{ item: Item; reason: unknown }[]> {
  const failed: { item: Item; reason: unknown }[] = [];
  const left = [...items];
  let done = 0;
  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      const current = item;
      await task(current).catch((reason: unknown) => failed.push({ item: current, reason }));
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return failed;
}
