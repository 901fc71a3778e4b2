import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../api/client";
import { unwrapData } from "../api/unwrap";
import { showFailure } from "../ui/toast";
import { forgetSignedIn } from "./signed-in";

/** Ends the session of this browser and goes to the sign-in page. */
export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => unwrapData(api.DELETE("/session")),
    onSuccess: async () => {
      await navigate({ to: "/sign-in", search: { why: "signed-out" } });
      forgetSignedIn(client);
    },
    onError: showFailure,
  });
}
