/**
 * A reason of the server, "must not be empty", as it stands under a field: "Must not be empty." One
 * that begins with a path, such as `tags[1]`, keeps it as it is.
 */
export function sentence(reason: string): string {
  const isPath = /^\S*[.[]/.test(reason);
  const text = isPath ? reason : reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
