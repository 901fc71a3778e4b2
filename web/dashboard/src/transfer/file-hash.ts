const PIECE = 4 * 1_024 * 1_024;

/**
 * Identifies a file by its content: the SHA-256, in hexadecimal, of the SHA-256 digests of its 4 MB
 * pieces. Hashing in pieces avoids loading the whole file into memory.
 */
export async function hashOf(file: Blob): Promise<string> {
  const digests: ArrayBuffer[] = [];
  for (let at = 0; at < file.size || at === 0; at += PIECE) {
    const piece = await file.slice(at, at + PIECE).arrayBuffer();
    digests.push(await crypto.subtle.digest("SHA-256", piece));
  }
  const all = await new Blob(digests).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", all));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
