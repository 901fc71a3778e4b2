import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { strings } from "../strings/transfer";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";

interface Props {
  onFile: (file: File) => void;
}

const texts = strings.import;

/** An area to drop a file on, with a button to choose one. */
export function DropArea({ onFile }: Props) {
  return (
    <DropZone
      className="drop-area"
      aria-label={texts.file}
      onDrop={async ({ items }) => {
        const item = items.find(({ kind }) => kind === "file");
        if (item?.kind === "file") onFile(await item.getFile());
      }}
    >
      <Icon name="upload" />
      <p>{texts.drop}</p>
      <FileTrigger
        acceptedFileTypes={[".csv", ".tsv", ".json", ".ndjson", ".jsonl", "text/csv"]}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) onFile(file);
        }}
      >
        <Button kind="primary">{texts.choose}</Button>
      </FileTrigger>
      <p className="muted">{texts.timeZone}</p>
    </DropZone>
  );
}
