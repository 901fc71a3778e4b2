/** Sample code that logs a user in. */
export function loginSnippet(appId: string, host: string, uid: string): string {
  return `import { Parley } from "parley-sdk";

// Once, when your app starts
const settings = new Parley.AppSettingsBuilder()
  .setHost(${JSON.stringify(host)})
  .build();
await Parley.init(${JSON.stringify(appId)}, settings);

// Still logged in from last time? If not, log in
let user = await Parley.getLoggedinUser();
user ??= await Parley.login(${JSON.stringify(uid)}, "YOUR_AUTH_KEY");

console.log(user.getName());
`;
}
