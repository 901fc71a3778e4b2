import { useMutation, useQueryClient, type UseMutationOptions } from "@tanstack/react-query";
import { useCallback } from "react";

/**
 * Returns a function that changes one of several things, by id. While a change is running, another
 * for the same id is ignored: it would fail and hide the result of the first.
 * @param name identifies this kind of change.
 */
export function useMutationById(
  name: string,
  options: Omit<UseMutationOptions<unknown, unknown, string>, "mutationKey">,
): (id: string) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({ ...options, mutationKey: [name] });
  return useCallback(
    (id) => {
      const running = client.isMutating({
        mutationKey: [name],
        predicate: ({ state }) => state.variables === id,
      });
      if (running === 0) mutate(id);
    },
    [client, mutate, name],
  );
}
