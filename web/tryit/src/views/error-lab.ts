import { button, byId, el } from "../dom";
import { EXPERIMENTS, type Experiment, type Lab } from "../experiments";
import { readFailure, type Failure } from "../problem";
import { codeBlock } from "./code-block";

/** The list of errors to provoke, and the panel that shows the result. */
export class ErrorLab {
  private readonly title = el("h3");
  private readonly story = el("p", { class: "story" });
  private readonly code = codeBlock("What runs");
  private readonly outcome = el("div", { class: "outcome", role: "status" });
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private running = false;

  /** @param perform logs out and runs an experiment. Settles as the experiment does. */
  constructor(
    private readonly lab: () => Lab,
    private readonly perform: (experiment: () => Promise<unknown>) => Promise<unknown>,
  ) {
    const list = EXPERIMENTS.map((experiment) => {
      const start = button(experiment.title, { id: experiment.id, "aria-pressed": "false" }, () => {
        void this.run(experiment);
      });
      this.buttons.set(experiment.id, start);
      return el("li", {}, start);
    });
    byId("errors").replaceChildren(
      el("ul", { class: "lab-list" }, ...list),
      el("div", { class: "lab-panel" }, this.title, this.story, this.code.element, this.outcome),
    );
    this.introduce();
  }

  private introduce(): void {
    this.title.textContent = "Pick one";
    this.story.textContent =
      "You see the code that runs, the error code and message, and what to do about it.";
    this.code.show(
      "// Every call of the SDK rejects with an exception\n// that has a code and a message.",
    );
    this.outcome.replaceChildren(el("p", { class: "hint" }, "The result appears here."));
  }

  private async run(experiment: Experiment): Promise<void> {
    if (this.running) return;
    this.running = true;
    const lab = this.lab();
    for (const [id, start] of this.buttons) {
      start.setAttribute("aria-pressed", String(id === experiment.id));
    }
    this.title.textContent = experiment.title;
    this.story.textContent = experiment.story;
    this.code.show(experiment.code(lab));
    this.outcome.replaceChildren(el("p", { class: "hint" }, "Running …"));
    try {
      await this.perform(() => experiment.run(lab));
      this.outcome.replaceChildren(el("p", { class: "hint" }, "No error: it worked."));
    } catch (error) {
      this.outcome.replaceChildren(...describe(readFailure(error), experiment.advice));
    } finally {
      this.running = false;
      this.outcome.scrollIntoView({ block: "nearest" });
    }
  }
}

function describe(failure: Failure, advice: string): Node[] {
  const { code, message, status, devMessage } = failure;
  const from = status === undefined ? "from the SDK" : `HTTP ${status}`;
  const facts: [string, Node | string][] = [
    ["Code", el("span", {}, el("code", { class: "error-code" }, code), ` ${from}`)],
    ["Message", message],
    ["What to do", advice],
  ];
  if (devMessage) facts.push(["For developers", devMessage]);
  return [
    el(
      "dl",
      { class: "answer" },
      ...facts.flatMap(([term, text]) => [el("dt", {}, term), el("dd", {}, text)]),
    ),
  ];
}
