import { useQuery } from "@tanstack/react-query";
import type { Administrator } from "../api/types";
import { sessionQuery } from "./queries";

/** The signed-in administrator. Only for pages that require signing in. */
export function useAdministrator(): Administrator {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error("nobody is signed in here");
  return data.administrator;
}
