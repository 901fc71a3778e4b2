import { strings } from "../strings/common";
import { Button, type ButtonKind } from "./button";
import { useCopy } from "./use-copy";

interface Props {
  text: string;
  /** The label for screen readers, such as "Copy the App ID". */
  label?: string;
  kind?: ButtonKind;
}

/** Copies text to the clipboard and confirms it. */
export function CopyButton({ text, label, kind = "normal" }: Props) {
  const { copied, copy } = useCopy();
  return (
    <>
      <Button
        small
        kind={kind}
        icon={copied ? "check" : "copy"}
        aria-label={label}
        onPress={() => void copy(text)}
      >
        {copied ? strings.copied : strings.copy}
      </Button>
      <span className="visually-hidden" role="status">
        {copied ? strings.copied : ""}
      </span>
    </>
  );
}
