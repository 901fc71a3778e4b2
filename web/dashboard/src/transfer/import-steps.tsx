import { strings as common } from "../strings/common";
import { strings } from "../strings/transfer";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Progress } from "../ui/progress";
import { CheckedStep } from "./checked-step";
import { ColumnHelp } from "./column-help";
import { DropArea } from "./drop-area";
import { FailureList } from "./failure-list";
import { linesOf } from "./outcome";
import { OutcomeFacts } from "./outcome-facts";
import { ProblemCallout } from "./problem-callout";
import { ProgressStep } from "./progress-step";
import { ResumableStep } from "./resumable-step";
import type { Import } from "./use-import";

interface Props {
  importing: Import;
}

const texts = strings.import;

/** Shows the current step of an import. */
export function ImportSteps({ importing }: Props) {
  const { state, choose, pause, goOn, reset } = importing;
  switch (state.step) {
    case "choose":
      return (
        <>
          <ProblemCallout error={state.error} />
          <DropArea onFile={choose} />
          <ColumnHelp />
        </>
      );
    case "hashing":
      return <Progress label={texts.hashing} text={state.file.name} />;
    case "resumable":
      return <ResumableStep importing={importing} state={state} />;
    case "checking": {
      const { file, read, wait } = state;
      const percent = file.size > 0 ? Math.floor((100 * read) / file.size) : 100;
      return (
        <ProgressStep
          label={texts.checking}
          value={read}
          max={file.size}
          text={texts.ofFile(percent)}
          wait={wait}
        >
          <Button onPress={reset}>{common.cancel}</Button>
        </ProgressStep>
      );
    }
    case "checked":
      return <CheckedStep importing={importing} state={state} />;
    case "importing": {
      const { lines, position, wait } = state;
      const done = linesOf(position.outcome);
      return (
        <ProgressStep
          label={texts.importing}
          value={done}
          max={lines}
          text={texts.ofRows(done, lines)}
          wait={wait}
          note={texts.keepOpen}
        >
          <Button onPress={pause}>{texts.pause}</Button>
        </ProgressStep>
      );
    }
    case "stopped":
    case "done": {
      const { file, lines, position } = state;
      const isDone = state.step === "done";
      const done = linesOf(position.outcome);
      return (
        <>
          {state.step === "stopped" && <ProblemCallout error={state.error} />}
          <Callout tone={isDone ? "good" : "warn"} alert>
            <p>
              {isDone ? texts.doneTitle(file.name) : state.error ? texts.stopped : texts.paused}
            </p>
          </Callout>
          {!isDone && (
            <Progress
              label={texts.importing}
              value={done}
              max={lines}
              text={texts.ofRows(done, lines)}
            />
          )}
          <OutcomeFacts outcome={position.outcome} />
          {position.outcome.failed > 0 && (
            <FailureList outcome={position.outcome} fileName={file.name} />
          )}
          <div className="transfer-actions">
            {!isDone && (
              <Button kind="primary" onPress={() => goOn(state)}>
                {texts.goOn}
              </Button>
            )}
            <Button onPress={reset}>{texts.another}</Button>
          </div>
        </>
      );
    }
  }
}
