/** Strings of the frame around the pages. */
export const strings = {
  skip: "Skip to content",
  mainNavigation: "Main",
  server: "Server",
  openMenu: "Open menu",
  menu: "Menu",
  app: "App",
  chooseApp: "Choose an app",
  account: "Your account",
  signedInAs: "Signed in as",
  signOut: "Sign out",
  theme: {
    toDark: "Use dark theme",
    toLight: "Use light theme",
  },
  navigation: {
    overview: "Overview",
    users: "Users",
    live: "Live",
    apiKeys: "API keys",
    roles: "Roles",
    audit: "Audit log",
    transfer: "Import and export",
    settings: "Settings",
    apps: "Apps",
    administrators: "Administrators",
    serverAudit: "Server audit log",
  },
  roles: {
    owner: "Owner",
    developer: "Developer",
    viewer: "Viewer",
  },
  appNotFound: {
    title: "App not found",
    text: (appId: string) =>
      `This server has no app with the App ID ${appId}. It may have been deleted.`,
    home: "Go to another app",
  },
};
