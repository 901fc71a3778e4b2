import { Failure } from "../api/failure";
import { strings } from "../strings/failure";
import { Callout } from "./callout";

interface Props {
  /** A polled query. */
  query: { data: unknown; error: unknown };
}

/** Warns that the data shown is old, because it could not be fetched again. */
export function NotUpToDate({ query: { data, error } }: Props) {
  if (data === undefined || !error) return null;
  return (
    <Callout tone="warn" alert>
      {strings.notUpToDate(Failure.from(error).message)}
    </Callout>
  );
}
