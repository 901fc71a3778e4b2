import "./state.css";
import { Failure } from "../api/failure";
import { strings } from "../strings/failure";
import { Button } from "./button";
import { FailureAdvice } from "./failure-advice";
import { Icon } from "./icon";

interface Props {
  /** The error that was thrown. */
  error: unknown;
  onRetry?: () => void;
}

/** Shown where content could not be loaded: what happened, what to do, and a retry button. */
export function ErrorState({ error, onRetry }: Props) {
  const failure = Failure.from(error);
  return (
    <div className="state bad" role="alert">
      <span className="state-icon">
        <Icon name="alert" />
      </span>
      <p className="state-title">{strings.title}</p>
      <p className="state-text">{failure.message}</p>
      <FailureAdvice failure={failure} />
      {onRetry && (
        <div className="state-actions">
          <Button icon="refresh" onPress={onRetry}>
            {strings.tryAgain}
          </Button>
        </div>
      )}
    </div>
  );
}
