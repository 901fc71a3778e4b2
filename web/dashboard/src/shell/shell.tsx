import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import "./shell.css";
import { strings } from "../strings/shell";
import { useMedia } from "../base/use-media";
import { MobileMenu } from "./mobile-menu";
import { Sidebar } from "./sidebar";
import { TopBar } from "./top-bar";

/** The frame of every page: navigation in a sidebar or, on small screens, behind a button. */
export function Shell() {
  const narrow = useMedia("(max-width: 900px)");
  const [menuOpen, setMenuOpen] = useState(false);
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => setMenuOpen(false), [path]);

  return (
    <div className="shell">
      <a className="skip" href="#content">
        {strings.skip}
      </a>
      {narrow ? (
        <>
          <TopBar onMenu={() => setMenuOpen(true)} />
          <MobileMenu isOpen={menuOpen} onClose={() => setMenuOpen(false)} />
        </>
      ) : (
        <header className="shell-side">
          <Sidebar />
        </header>
      )}
      <main id="content" className="shell-content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
