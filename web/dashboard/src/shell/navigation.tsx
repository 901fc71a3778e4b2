import { Link } from "@tanstack/react-router";
import { useMay } from "../session/use-may";
import { strings } from "../strings/shell";
import { Icon } from "../ui/icon";
import { APP_LINKS, SERVER_LINKS, type NavigationLink } from "./navigation-links";
import { useShownApp } from "./use-shown-app";

/** Links to the pages of the current app and of the server. */
export function Navigation() {
  const { appId, isPending } = useShownApp();
  const mayAdminister = useMay("administer");
  const serverLinks = SERVER_LINKS.filter(({ right }) => right !== "administer" || mayAdminister);
  return (
    <nav className="navigation" aria-label={strings.mainNavigation}>
      {appId !== undefined && <LinkList links={APP_LINKS} appId={appId} />}
      {serverLinks.length > 0 && !isPending && (
        <>
          <p className="navigation-title">{strings.server}</p>
          <LinkList links={serverLinks} />
        </>
      )}
    </nav>
  );
}

function LinkList({ links, appId }: { links: readonly NavigationLink[]; appId?: string }) {
  return (
    <ul>
      {links.map(({ to, label, icon, exact }) => (
        <li key={to}>
          <Link
            to={to}
            params={appId === undefined ? {} : { appId }}
            activeOptions={{ exact: exact ?? false, includeSearch: false }}
          >
            <Icon name={icon} />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
