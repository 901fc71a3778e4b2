import { CometChat, createParley, Parley } from "./index.js";

/** Defined by CommonJS in each module. */
declare const exports: Record<string, unknown>;

exports.__esModule = true;
exports.Parley = Parley;
exports.CometChat = CometChat;
exports.createParley = createParley;
