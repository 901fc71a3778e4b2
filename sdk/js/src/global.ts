import { CometChat, Parley } from "./index.js";

Object.assign(globalThis, { Parley, CometChat });
