/** Texts around the pages. */
export const strings = {
  skip: "Skip to the content",
  mainNavigation: "Main",
  server: "Server",
  openMenu: "Open the menu",
  closeMenu: "Close the menu",
  menu: "Menu",
  app: "App",
  chooseApp: "Choose an app",
  account: "Your account",
  signedInAs: "Signed in as",
  signOut: "Sign out",
  theme: {
    toDark: "Use dark colours",
    toLight: "Use light colours",
  },
  navigation: {
    overview: "Overview",
    users: "Users",
  },
  roles: {
    owner: "Owner",
    developer: "Developer",
    viewer: "Viewer",
  },
  noApps: {
    title: "No app yet",
    text: "Users, sessions and keys belong to an app. Create the first one to begin.",
  },
  appNotFound: {
    title: "There is no such app",
    text: (appId: string) => `No app of this server has the App ID ${appId}. It may be deleted.`,
    home: "Go to another app",
  },
};
