/** Saves data created in the browser as a downloaded file. */
export function saveFile(name: string, parts: readonly string[], type: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers start reading only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** "2026-02-17" (UTC), for file names. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
