import { strings } from "../strings/transfer";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { FailureList } from "./failure-list";
import type { ImportState } from "./import-state";
import { OutcomeFacts } from "./outcome-facts";
import type { Import } from "./use-import";

interface Props {
  importing: Import;
  state: Extract<ImportState, { step: "checked" }>;
}

const texts = strings.import;

/** The result of the dry run, and the button that starts the import. */
export function CheckedStep({ importing: { start, reset }, state }: Props) {
  const { file, outcome, ignored } = state;
  return (
    <>
      <h3>{texts.checkedTitle(file.name)}</h3>
      <OutcomeFacts outcome={outcome} dryRun />
      {ignored.length > 0 && <Callout>{texts.ignored(ignored)}</Callout>}
      {outcome.created === 0 && (
        <Callout tone="warn">
          {outcome.existing === 0
            ? texts.noneGood
            : outcome.failed === 0
              ? texts.allExist
              : texts.noneNew}
        </Callout>
      )}
      {outcome.failed > 0 && <FailureList outcome={outcome} fileName={file.name} />}
      <div className="transfer-actions">
        {outcome.created > 0 && (
          <Button kind="primary" onPress={() => start(state)}>
            {texts.start(outcome.created)}
          </Button>
        )}
        <Button onPress={reset}>{texts.another}</Button>
      </div>
    </>
  );
}
