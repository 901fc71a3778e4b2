import { Parley } from "parley-sdk";
import { authKey, start } from "./support/start.js";

await start();

// #region create-user
const user = new Parley.User("superhero1");
user.setName("Iron Man");

Parley.createUser(user, authKey).then(
  (user) => console.log("User created:", user.getUid(), user.getName()),
  (error) => console.log("Creating the user failed:", error.code, error.message),
);
// #endregion create-user
