import { strings } from "../strings/common";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";
import { Page } from "../ui/page";

/** Shown for unknown paths. */
export function NotFoundPage() {
  const { title, text, home } = strings.notFound;
  return (
    <Page title={title}>
      <EmptyState icon="search" text={text}>
        <ButtonLink to="/">{home}</ButtonLink>
      </EmptyState>
    </Page>
  );
}
