/** What "at once" means on a machine of any speed. */
import type { Client } from "./client";

const mostCalls = 100;

/**
 * Whether `event` happens while the server answers 100 calls one after another. That takes about
 * 100 ms on an idle machine, and longer if the machine is slow or busy.
 */
export async function atOnce(admin: Client, event: Promise<unknown>): Promise<boolean> {
  let happened = false;
  const note = () => (happened = true);
  event.then(note, note);
  for (let calls = 0; calls < mostCalls && !happened; calls++) await admin.get("/v3/roles");
  return happened;
}
