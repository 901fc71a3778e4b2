/** Why one is on the sign-in page, and where to go on afterwards. */
export interface SignInSearch {
  why?: "ended" | "signed-out";
  next?: string;
}

/** Reads the address of the sign-in page. `next` may only lead to pages of the dashboard. */
export function parseSignInSearch(search: Record<string, unknown>): SignInSearch {
  const { why, next } = search;
  return {
    ...((why === "ended" || why === "signed-out") && { why }),
    ...(typeof next === "string" && isPath(next) && { next }),
  };
}

function isPath(text: string): boolean {
  return /^\/dashboard(\/|$|\?)/.test(text) && !text.includes("\\");
}
