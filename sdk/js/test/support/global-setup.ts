/** Clears servers and folders away that a failed test has left behind. */
export { default } from "../../../../tests/support/global_setup.js";
