import { start } from "./support/start.js";

await start();

// #region create-user
import { Parley, type ParleyException } from "parley-sdk";

const authKey = "AUTH_KEY"; // The Auth Key of your app.
const user: Parley.User = new Parley.User("superhero2");
user.setName("Captain Marvel");

try {
  const created: Parley.User = await Parley.createUser(user, authKey);
  console.log("User created:", created.getUid(), created.getName());
} catch (error) {
  const { code, message } = error as ParleyException;
  console.log("Creating the user failed:", code, message);
}
// #endregion create-user
