/**
 * Turns a reason from the server, "must not be empty", into a sentence: "Must not be empty." A
 * path at the start, such as `tags[1]`, is not capitalized.
 */
export function sentence(reason: string): string {
  const isPath = /^\S*[.[]/.test(reason);
  const text = isPath ? reason : reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
