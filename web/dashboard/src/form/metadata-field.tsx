import type { ComponentProps } from "react";
import { strings } from "../strings/common";
import { TextField } from "../ui/text-field";

type Props = Omit<ComponentProps<typeof TextField>, "label" | "spellCheck" | "optional" | "mono">;

/** A field for metadata, as JSON. */
export function MetadataField(props: Props) {
  return <TextField {...props} label={strings.metadata} spellCheck="false" optional mono />;
}
