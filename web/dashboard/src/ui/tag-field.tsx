import { useState, type KeyboardEvent } from "react";
import { strings } from "../strings/common";
import { TagList } from "./tag-list";
import { TextField } from "./text-field";

interface Props {
  label: string;
  value: readonly string[];
  onChange: (tags: string[]) => void;
  error?: string | undefined;
}

/** A field for tags. Enter, a comma or leaving the field adds the typed tag. */
export function TagField({ label, value, onChange, error }: Props) {
  const [typed, setTyped] = useState("");
  const add = () => {
    const tag = typed.trim();
    setTyped("");
    if (tag && !value.includes(tag)) onChange([...value, tag]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== ",") return;
    if (event.key === "Enter" && typed.trim() === "") return;
    event.preventDefault();
    add();
  };
  return (
    <div className="tag-field">
      <TextField
        label={label}
        description={strings.tags.hint}
        error={error}
        value={typed}
        onChange={setTyped}
        onKeyDown={onKeyDown}
        onBlur={add}
        maxLength={100}
        optional
      />
      <TagList
        label={label}
        tags={value}
        onRemove={(tag) => onChange(value.filter((each) => each !== tag))}
      />
    </div>
  );
}
