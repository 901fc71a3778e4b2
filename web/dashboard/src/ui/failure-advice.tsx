import "./failure-advice.css";
import type { Failure } from "../api/failure";
import { strings } from "../strings/failure";

interface Props {
  failure: Failure;
}

/** Texts of the server have code between backticks. */
const withCode = (text: string) =>
  text.split("`").map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));

/** What a developer can do about a failure, collapsed. For a 5xx status also the request ID. */
export function FailureAdvice({ failure }: Props) {
  const showsRequest = failure.requestId && (failure.status ?? 0) >= 500;
  return (
    <>
      {failure.devMessage && (
        <details className="failure-advice">
          <summary>{strings.whatToDo}</summary>
          <p>{withCode(failure.devMessage)}</p>
          <p>
            <code>{failure.code}</code>
          </p>
        </details>
      )}
      {showsRequest && (
        <p className="failure-request">
          {strings.requestId} <code>{failure.requestId}</code>
        </p>
      )}
    </>
  );
}
