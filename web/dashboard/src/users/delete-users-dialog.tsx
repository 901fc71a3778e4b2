import { useState } from "react";
import { strings as common } from "../strings/common";
import { strings } from "../strings/users";
import { TextField } from "../ui/text-field";
import { deleteUser } from "./bulk";
import { BulkDialog, type OnBulkDone } from "./bulk-dialog";

const WORD = strings.bulk.deleteWord;

interface Props {
  appId: string;
  uids: readonly string[];
  onDeleted: OnBulkDone;
  onClose: () => void;
}

/** Deletes users permanently after a word has been typed to confirm. */
export function DeleteUsersDialog({ appId, uids, onDeleted, onClose }: Props) {
  const [typed, setTyped] = useState("");
  return (
    <BulkDialog
      uids={uids}
      title={strings.bulk.deleteQuestion(uids.length)}
      warning={strings.bulk.deleteText}
      submit={strings.bulk.delete}
      isReady={typed.trim() === WORD}
      task={(uid) => deleteUser(appId, uid)}
      running={strings.bulk.deleting}
      notDone={strings.bulk.notDeleted}
      onDone={onDeleted}
      onClose={onClose}
    >
      <TextField
        label={common.typeToConfirm(WORD)}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        autoFocus
        mono
      />
    </BulkDialog>
  );
}
