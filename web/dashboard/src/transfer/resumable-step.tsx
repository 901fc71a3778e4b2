import { strings } from "../strings/transfer";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import type { ImportState } from "./import-state";
import { linesOf } from "./outcome";
import type { Import } from "./use-import";

interface Props {
  importing: Import;
  state: Extract<ImportState, { step: "resumable" }>;
}

const texts = strings.import;

/** Offers to resume the unfinished import of a file. */
export function ResumableStep({ importing: { goOn, check, reset }, state }: Props) {
  const { file, saved } = state;
  const { position, lines } = saved;
  return (
    <>
      <Callout alert>
        <p>{texts.resumable(file.name, linesOf(position.outcome), lines, position.outcome.unit)}</p>
        <p>{texts.resumableText}</p>
      </Callout>
      <div className="transfer-actions">
        <Button kind="primary" onPress={() => goOn({ ...state, position, lines })}>
          {texts.goOn}
        </Button>
        <Button onPress={() => check(state)}>{texts.startAnew}</Button>
        <Button kind="quiet" onPress={reset}>
          {texts.another}
        </Button>
      </div>
    </>
  );
}
