import { Failure } from "../api/failure";
import { Callout } from "./callout";
import { FailureAdvice } from "./failure-advice";

interface Props {
  /** The error that was thrown; nothing is shown if undefined. */
  error: unknown;
}

/** Shows in a form or dialog why an action failed. */
export function FailureCallout({ error }: Props) {
  if (!error) return null;
  const failure = Failure.from(error);
  return (
    <Callout tone="bad" alert>
      <p>{failure.message}</p>
      <FailureAdvice failure={failure} />
    </Callout>
  );
}
