import "./ui/tokens.css";
import "./ui/page.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { createQueryClient } from "./api/query-client";
import { LANGUAGE } from "./base/language";
import { createDashboardRouter } from "./routes/router";
import { leaveForSignIn } from "./routes/leave-for-sign-in";
import { startTheme } from "./theme/theme";
import { Toasts } from "./ui/toasts";

startTheme();

const client = createQueryClient(() => leaveForSignIn(router, client));
const router = createDashboardRouter(client);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale={LANGUAGE}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
