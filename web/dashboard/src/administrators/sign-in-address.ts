/** The URL for a one-time link. `link` is the secret that the API returned. */
export function signInAddress(link: string): string {
  return `${location.origin}/dashboard/sign-in#link=${encodeURIComponent(link)}`;
}
