import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { rolesQuery } from "../roles/queries";
import { strings as common } from "../strings/common";
import { strings } from "../strings/users";
import { Select } from "../ui/select";
import { TagField } from "../ui/tag-field";
import { editUser } from "./bulk";
import { BulkDialog, type OnBulkDone } from "./bulk-dialog";
import type { BulkEdit } from "./bulk-edit";

interface Props {
  appId: string;
  uids: readonly string[];
  onEdited: OnBulkDone;
  onClose: () => void;
}

const { bulk: texts } = strings;
// No role has this id.
const AS_IT_IS = "";

/** Sets the role of many users, and adds or removes tags. */
export function EditUsersDialog({ appId, uids, onEdited, onClose }: Props) {
  const { data: roles = [] } = useQuery(rolesQuery(appId));
  const [edit, setEdit] = useState<BulkEdit>({ role: AS_IT_IS, addTags: [], removeTags: [] });
  const set = (part: Partial<BulkEdit>) => setEdit({ ...edit, ...part });
  return (
    <BulkDialog
      uids={uids}
      title={texts.editTitle(uids.length)}
      submit={common.save}
      isReady={edit.role !== AS_IT_IS || edit.addTags.length + edit.removeTags.length > 0}
      task={(uid) => editUser(appId, uid, edit)}
      running={texts.saving}
      notDone={texts.notEdited}
      onDone={onEdited}
      onClose={onClose}
    >
      <Select
        label={strings.form.role}
        choices={[
          { id: AS_IT_IS, label: texts.roleAsItIs },
          ...roles.map(({ role, name }) => ({ id: role, label: name })),
        ]}
        value={edit.role}
        onChange={(role) => set({ role })}
      />
      <TagField
        label={texts.addTags}
        value={edit.addTags}
        onChange={(addTags) => set({ addTags })}
      />
      <TagField
        label={texts.removeTags}
        value={edit.removeTags}
        onChange={(removeTags) => set({ removeTags })}
      />
    </BulkDialog>
  );
}
