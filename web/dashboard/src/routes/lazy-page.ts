import { lazyRouteComponent } from "@tanstack/react-router";
import { Failure } from "../api/failure";
import { serverAnswers } from "../base/server-answers";

type Module<Name extends string> = Record<Name, () => unknown>;

/** A page whose code is loaded when it is first shown. Reports a server that does not respond. */
export function lazyPage<Name extends string>(load: () => Promise<Module<Name>>, name: Name) {
  const loadOrExplain = async () => {
    try {
      return await load();
    } catch (error) {
      // If the server responds, its files have changed, and the router reloads the page.
      throw (await serverAnswers()) ? error : Failure.unreachable();
    }
  };
  return lazyRouteComponent(loadOrExplain, name);
}
