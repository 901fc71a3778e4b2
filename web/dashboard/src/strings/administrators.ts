import { isolated } from "../base/isolated";

/** Texts of the page about those who may sign in. */
export const strings = {
  title: "Administrators",
  lead: "Who may sign in to this dashboard, and what they may do.",
  invite: "Invite",
  column: {
    name: "Name",
    role: "Role",
    password: "Signs in with",
    lastSignedIn: "Last signed in",
    created: "Since",
    actions: "Actions",
  },
  withPassword: "Password",
  withLink: "One-time links only",
  you: "You",
  actionsOf: (email: string) => `Actions for ${isolated(email)}`,
  action: {
    edit: "Change name or role",
    link: "New one-time link",
    remove: "Remove",
  },
  form: {
    inviteTitle: "Invite an administrator",
    editTitle: (email: string) => `Change ${isolated(email)}`,
    email: "Email",
    emailHint: "What the administrator signs in with. Parley sends no mail.",
    name: "Name",
    role: "Role",
    roles: {
      owner: "May do everything, and decides who else may sign in.",
      developer: "May do everything but manage administrators.",
      viewer: "May look at everything but the administrators, and change nothing.",
    },
    submitInvite: "Invite",
    saved: (email: string) => `${isolated(email)} was saved.`,
    ownRole: "You give up being an owner: this page closes for you as soon as you save.",
    badEmail: "must be an email address",
  },
  link: {
    title: (email: string) => `One-time link for ${isolated(email)}`,
    label: "Link",
    text: "Hand it over yourself. Whoever opens it first is signed in as this administrator, once.",
    ends: "Ends",
    done: "I have stored it",
    question: (email: string) => `Make a one-time link for ${isolated(email)}?`,
    questionText: "It signs in without the password, once. Give it only to the person it is for.",
    confirm: "Make the link",
  },
  remove: {
    title: (email: string) => `Remove ${isolated(email)}?`,
    text: "Every session of this administrator ends at once. Its entries in the audit log stay.",
    self: "That is you: you are signed out at once.",
    confirm: "Remove",
    done: (email: string) => `${isolated(email)} was removed.`,
  },
  ownersOnly: {
    title: "Owners only",
    text: "Who may sign in is decided by the owners of this server.",
  },
};
