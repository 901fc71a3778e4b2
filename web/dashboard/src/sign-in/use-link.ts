import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../api/client";
import type { SignedIn } from "../api/types";
import { unwrapData } from "../api/unwrap";
import { takeLink } from "./take-link";

/** Exchanges the one-time link in the URL, if there is one, for a session. */
export function useLink(onSignedIn: (signedIn: SignedIn) => void) {
  const exchange = useMutation({
    mutationFn: (link: string) => unwrapData(api.POST("/sign_in/link", { body: { link } })),
    onSuccess: onSignedIn,
  });
  const { mutate } = exchange;
  useEffect(() => {
    const link = takeLink();
    if (link) mutate(link);
  }, [mutate]);
  return exchange;
}
