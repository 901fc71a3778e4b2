/** Strings of the sign-in page. */
export const strings = {
  title: "Sign in",
  lead: "The dashboard of your Parley server.",
  email: "Email",
  password: "Password",
  submit: "Sign in",
  noAccount: "No account yet? On the server, run:",
  onServer: "On the server",
  noAccountCommand: "parleyd admin create you@example.com \\\n  --name You --role owner",
  ended: "Your session has ended. Sign in to continue where you left off.",
  signedOut: "You are signed out.",
  wait: (seconds: number) => `Too many attempts. You can try again in ${span(seconds)}.`,
  choose: {
    title: "Choose a password",
    lead: "You signed in with a one-time link. Set a password to sign in without one next time.",
    submit: "Set password",
    skip: "Not now",
    saved: "Your password is set.",
  },
};

/** Long waits are rounded up to minutes. */
function span(seconds: number): string {
  if (seconds >= 120) return `${Math.ceil(seconds / 60)} minutes`;
  return `${seconds} second${seconds === 1 ? "" : "s"}`;
}
