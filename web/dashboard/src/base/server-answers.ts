/** Whether the server that this page came from can be reached now. */
export async function serverAnswers(): Promise<boolean> {
  try {
    await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}
