import "./sidebar.css";
import { strings } from "../strings/common";
import { ThemeToggle } from "../theme/theme-toggle";
import { AdministratorMenu } from "./administrator-menu";
import { AppSwitcher } from "./app-switcher";
import { Navigation } from "./navigation";

/** The sidebar: app switcher, navigation and administrator menu. */
export function Sidebar() {
  return (
    <div className="sidebar">
      <p className="brand">
        <img src="/assets/logo.svg" alt="" width="28" height="28" />
        {strings.product}
      </p>
      <AppSwitcher />
      <Navigation />
      <div className="sidebar-foot">
        <AdministratorMenu />
        <ThemeToggle />
      </div>
    </div>
  );
}
