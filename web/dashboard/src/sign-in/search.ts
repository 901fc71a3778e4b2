/** The search parameters of the sign-in page: why it is shown, and where to go afterwards. */
export interface SignInSearch {
  why?: "ended" | "signed-out";
  next?: string;
}

/** Reads the search parameters of the sign-in page. `next` may only be a path of the dashboard. */
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
