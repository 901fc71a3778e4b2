import { useQuery } from "@tanstack/react-query";
import { may, type Right } from "./may";
import { sessionQuery } from "./queries";

/** Whether who is signed in may do this. Buttons that may not be used are not shown. */
export function useMay(right: Right): boolean {
  const { data } = useQuery(sessionQuery);
  return !!data && may(data.administrator.role, right);
}
