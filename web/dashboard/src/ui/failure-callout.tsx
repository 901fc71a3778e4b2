import { Failure } from "../api/failure";
import { Callout } from "./callout";
import { FailureAdvice } from "./failure-advice";

interface Props {
  /** What was thrown; nothing is shown without. */
  error: unknown;
}

/** Says above a form or in a dialog why it did not work. */
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
