import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import "./app-switcher.css";
import { appsQuery } from "../apps/queries";
import { strings } from "../strings/shell";
import { Icon } from "../ui/icon";
import { MenuButton } from "../ui/menu-button";
import { useShownApp } from "./use-shown-app";

/** Shows the current app and switches to another. */
export function AppSwitcher() {
  const { appId, app: shown } = useShownApp();
  const { data: apps = [] } = useQuery(appsQuery);
  const navigate = useNavigate();
  if (apps.length === 0) return <div className="app-switcher" aria-hidden="true" />;
  return (
    <MenuButton
      className="app-switcher"
      actions={apps.map((app) => ({
        id: app.appId,
        label: app.name,
        icon: "app",
        onAction: () => void navigate({ to: "/apps/$appId", params: { appId: app.appId } }),
      }))}
    >
      <span className="app-switcher-text">
        <span className="visually-hidden">{strings.app}: </span>
        <span className="app-switcher-name">
          {shown ? <bdi>{shown.name}</bdi> : strings.chooseApp}
        </span>
        <span className="app-switcher-id">{appId}</span>
      </span>
      <Icon name="chevronUpDown" />
    </MenuButton>
  );
}
