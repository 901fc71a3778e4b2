/** The whole address that a one-time link of the API is used at, for people to open. */
export function signInAddress(link: string): string {
  return `${location.origin}/dashboard/sign-in#link=${encodeURIComponent(link)}`;
}
