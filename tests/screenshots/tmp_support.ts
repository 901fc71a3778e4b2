import type { Client } from "../support/client";
export async function createRole(api: Client, names: string[]) {
  for (const [index, name] of names.entries())
    console.log((await api.post("/v3/roles", { role: `role-${index}`, name, description: name })).outcome);
}
