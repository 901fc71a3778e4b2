import { lazyRouteComponent } from "@tanstack/react-router";
import { Failure } from "../api/failure";
import { serverAnswers } from "../base/server-answers";

type Module<Name extends string> = Record<Name, () => unknown>;

/** A page whose code is fetched when it is first shown. Without a server, that is what it says. */
export function lazyPage<Name extends string>(load: () => Promise<Module<Name>>, name: Name) {
  const loadOrExplain = async () => {
    try {
      return await load();
    } catch (error) {
      // Where the server answers it has other files now: the router loads the page again for that.
      throw (await serverAnswers()) ? error : Failure.unreachable();
    }
  };
  return lazyRouteComponent(loadOrExplain, name);
}
