import "./pager.css";
import { strings } from "../strings/common";
import { Button } from "./button";

interface Props {
  /** The range of the page: "1–50 of 312". */
  range?: string;
  /** Undefined on the first page. */
  onPrevious: (() => void) | undefined;
  /** Undefined on the last page. */
  onNext: (() => void) | undefined;
}

/** Buttons for the previous and the next page. Their position does not change. */
export function Pager({ range, onPrevious, onNext }: Props) {
  return (
    <nav className="pager" aria-label={strings.table.pages}>
      <span className="pager-range" role="status">
        {range}
      </span>
      <Button small icon="chevronLeft" isDisabled={!onPrevious} onPress={() => onPrevious?.()}>
        {strings.table.previous}
      </Button>
      <Button small isDisabled={!onNext} onPress={() => onNext?.()} icon="chevronRight">
        {strings.table.next}
      </Button>
    </nav>
  );
}
