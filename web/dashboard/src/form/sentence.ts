/** A reason of the server, "must not be empty", as it stands under a field: "Must not be empty." */
export function sentence(reason: string): string {
  const first = reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
