import { useQuery } from "@tanstack/react-query";
import { may, type Right } from "./may";
import { sessionQuery } from "./queries";

/** Whether the signed-in administrator has the right. Hide controls that need a missing right. */
export function useMay(right: Right): boolean {
  const { data } = useQuery(sessionQuery);
  return !!data && may(data.administrator.role, right);
}
