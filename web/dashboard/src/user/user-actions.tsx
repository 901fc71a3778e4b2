import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { User } from "../api/types";
import { serverQuery } from "../session/queries";
import { useMay } from "../session/use-may";
import { strings } from "../strings/user";
import { Button, buttonClass } from "../ui/button";
import { Icon } from "../ui/icon";
import { MenuButton, type MenuAction } from "../ui/menu-button";
import { showFailure, showToast } from "../ui/toast";
import { reactivateUsers } from "../users/bulk";
import { refreshUsers } from "../users/queries";
import { DeactivateDialog } from "./deactivate-dialog";
import { DeleteDialog } from "./delete-dialog";

// Loaded on demand: most visits to this page edit nothing.
const EditUserDialog = lazy(() =>
  import("./edit-user-dialog").then((module) => ({ default: module.EditUserDialog })),
);

interface Props {
  appId: string;
  user: User;
}

/** The actions for a user. Viewers can only try the login. */
export function UserActions({ appId, user }: Props) {
  const client = useQueryClient();
  const { data: server } = useQuery(serverQuery);
  const mayChange = useMay("change");
  const [open, setOpen] = useState<"edit" | "deactivate" | "delete">();
  const close = () => setOpen(undefined);
  const isActive = user.deactivatedAt === 0;
  const reactivate = useMutation({
    mutationFn: () => reactivateUsers(appId, [user.uid]),
    onSuccess: () => {
      showToast(strings.wasReactivated(user.name));
      return refreshUsers(client, appId);
    },
    onError: showFailure,
  });
  const actions: MenuAction[] = [
    isActive
      ? {
          id: "deactivate",
          label: strings.deactivate,
          icon: "ban",
          onAction: () => setOpen("deactivate"),
        }
      : {
          id: "reactivate",
          label: strings.reactivate,
          icon: "check",
          onAction: () => reactivate.mutate(),
        },
    {
      id: "delete",
      label: strings.delete,
      icon: "trash",
      harmful: true,
      onAction: () => setOpen("delete"),
    },
  ];
  return (
    <>
      {isActive && server?.tryItAppId === appId && (
        <a
          className={buttonClass("normal")}
          href={`/?uid=${encodeURIComponent(user.uid)}`}
          target="_blank"
          rel="noopener"
        >
          <Icon name="external" />
          {strings.tryLogin}
          <span className="visually-hidden"> {strings.opensNewTab}</span>
        </a>
      )}
      {mayChange && (
        <>
          {isActive && (
            <Button icon="edit" onPress={() => setOpen("edit")}>
              {strings.edit}
            </Button>
          )}
          <MenuButton
            label={strings.more}
            className={buttonClass("normal", false, "only-icon")}
            actions={actions}
          />
        </>
      )}
      {open === "edit" && (
        <Suspense>
          <EditUserDialog appId={appId} user={user} onClose={close} />
        </Suspense>
      )}
      {open === "deactivate" && <DeactivateDialog appId={appId} user={user} onClose={close} />}
      {open === "delete" && <DeleteDialog appId={appId} user={user} onClose={close} />}
    </>
  );
}
