import { formatNumber } from "../base/number";
import { strings } from "../strings/transfer";
import { Facts } from "../ui/facts";
import type { Outcome } from "./outcome";

interface Props {
  outcome: Outcome;
  /** Whether it is the outcome of a dry run. */
  dryRun?: boolean;
}

/** The number of lines per result. */
export function OutcomeFacts({ outcome: { created, existing, failed }, dryRun }: Props) {
  const texts = strings.import;
  return (
    <Facts
      facts={[
        [dryRun ? texts.created : texts.wereCreated, formatNumber(created)],
        [texts.existing, formatNumber(existing)],
        [texts.failed, formatNumber(failed)],
      ]}
    />
  );
}
