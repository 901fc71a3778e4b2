import { isolated } from "../base/isolated";

/** Strings of the administrators page. */
export const strings = {
  title: "Administrators",
  lead: "The people who can sign in to this dashboard, and what they can do.",
  invite: "Invite",
  column: {
    name: "Name",
    role: "Role",
    password: "Signs in with",
    lastSignedIn: "Last signed in",
    created: "Created",
    actions: "Actions",
  },
  withPassword: "Password",
  withLink: "One-time links only",
  you: "You",
  actionsOf: (email: string) => `Actions for ${isolated(email)}`,
  action: {
    edit: "Edit name or role",
    link: "New one-time link",
    remove: "Remove",
  },
  form: {
    inviteTitle: "Invite an administrator",
    editTitle: (email: string) => `Edit ${isolated(email)}`,
    email: "Email",
    emailHint: "Used to sign in. Parley does not send email.",
    name: "Name",
    role: "Role",
    roles: {
      owner: "Full access, including to administrators.",
      developer: "Full access, except to administrators.",
      viewer: "Read-only access, except to administrators.",
    },
    submitInvite: "Invite",
    saved: (email: string) => `${isolated(email)} was saved.`,
    ownRole: "You will no longer be an owner and will lose access to this page when you save.",
    badEmail: "must be an email address",
  },
  link: {
    title: (email: string) => `One-time link for ${isolated(email)}`,
    label: "Link",
    text: "Send this link to the administrator yourself. It works once, for whoever opens it first.",
    ends: "Expires",
    done: "I have stored it",
    question: (email: string) => `Create a one-time link for ${isolated(email)}?`,
    questionText:
      "The link signs in once, without a password. Share it only with this administrator.",
    confirm: "Create link",
  },
  remove: {
    title: (email: string) => `Remove ${isolated(email)}?`,
    text: "All sessions of this administrator end immediately. Their audit log entries are kept.",
    self: "This is your own account: you will be signed out immediately.",
    confirm: "Remove",
    done: (email: string) => `${isolated(email)} was removed.`,
  },
  ownersOnly: {
    title: "Owners only",
    text: "Only owners can manage administrators.",
  },
};
