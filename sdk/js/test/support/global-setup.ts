/** Cleans up servers and folders that a failed test left behind. */
export { default } from "../../../../tests/support/global_setup.js";
