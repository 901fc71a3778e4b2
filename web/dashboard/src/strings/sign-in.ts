/** Texts of the sign-in page. */
export const strings = {
  title: "Sign in",
  lead: "The dashboard of your Parley server.",
  email: "Email",
  password: "Password",
  submit: "Sign in",
  noAccount: "No account yet? On the server run:",
  onServer: "On the server",
  noAccountCommand: "parleyd admin create you@example.com",
  ended: "Your session has ended. Sign in to go on where you were.",
  signedOut: "You are signed out.",
  linkWorking: "Signing you in …",
  wait: (seconds: number) => `Too many attempts. You can try again in ${span(seconds)}.`,
  choose: {
    title: "Choose a password",
    lead: "You came with a one-time link. With a password you can come back without one.",
    submit: "Set the password",
    skip: "Not now",
    saved: "Your password is set.",
  },
};

/** Whole minutes where it is long: nobody counts 900 seconds. */
function span(seconds: number): string {
  if (seconds >= 120) return `${Math.ceil(seconds / 60)} minutes`;
  return `${seconds} second${seconds === 1 ? "" : "s"}`;
}
