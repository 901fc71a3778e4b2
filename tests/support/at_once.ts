/** What "at once" means on a machine of any speed. */
import type { Client } from "./client";

const mostCalls = 100;

/**
 * Whether `event` happens while the server answers a hundred calls, one after another: some 100 ms
 * where the machine is idle, and longer where everything takes longer.
 */
export async function atOnce(admin: Client, event: Promise<unknown>): Promise<boolean> {
  let happened = false;
  const note = () => (happened = true);
  event.then(note, note);
  for (let calls = 0; calls < mostCalls && !happened; calls++) await admin.get("/v3/roles");
  return happened;
}
