import { byId, button, el } from "./dom";

/** The parts of a failure that are worth showing. */
export interface Failure {
  code: string;
  message: string;
  /** HTTP status, when a server answered. */
  status?: number | undefined;
  /** What a developer can do, in the server's words. */
  devMessage?: string | undefined;
}

/** Reads the exception of the SDK or of the little back end; anything else is a bug of this page. */
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

/** Shows, instead of the page, the reason why the page cannot work, and a way on. */
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
