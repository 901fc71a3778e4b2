import { Callout } from "../ui/callout";
import { FailureCallout } from "../ui/failure-callout";
import { FileProblem } from "./file-problem";

interface Props {
  /** The error that was thrown; nothing is shown if undefined. */
  error: unknown;
}

/** Says why a file could not be read, or what the server refused. */
export function ProblemCallout({ error }: Props) {
  if (!(error instanceof FileProblem)) return <FailureCallout error={error} />;
  return (
    <Callout tone="bad" alert>
      <p>{error.message}</p>
    </Callout>
  );
}
