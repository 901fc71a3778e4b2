const atOnce = 32;

/** Calls `work` with 0 to count - 1, several at a time. */
export async function forAll(count, work) {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
