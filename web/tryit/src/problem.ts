import { byId, button, el } from "./dom";

/** The parts of a failure that are worth showing. */
export interface Failure {
  code: string;
  message: string;
  /** HTTP status, if a server responded. */
  status?: number | undefined;
  /** The server's advice for developers. */
  devMessage?: string | undefined;
}

/** Reads an exception of the SDK or a BackendError. Anything else is a bug in this page. */
export function readFailure(error: unknown): Failure {
  const { code, message, details } = error as {
    code?: unknown;
    message?: unknown;
    details?: { status?: number; devMessage?: string };
  };
  return {
    code: typeof code === "string" ? code : "UNEXPECTED",
    message: typeof message === "string" && message ? message : String(error),
    status: details?.status,
    devMessage: details?.devMessage,
  };
}

/** Replaces the page with the reason why it cannot work, and a button to try again. */
export function showProblem(error: unknown): void {
  const problem = byId("problem");
  problem.replaceChildren(
    el("h1", {}, "This page cannot reach its server"),
    el("p", {}, readFailure(error).message),
    button("Try again", { class: "button" }, () => location.reload()),
  );
  problem.hidden = false;
  byId("steps").hidden = true;
}
