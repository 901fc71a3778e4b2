import { Button } from "react-aria-components/Button";
import { Tag, TagGroup, TagList as AriaTagList } from "react-aria-components/TagGroup";
import "./tag-list.css";
import { strings } from "../strings/common";
import { Icon } from "./icon";
import { Given } from "./given";

interface Props {
  label: string;
  tags: readonly string[];
  /** If omitted, the list is read-only. */
  onRemove?: (tag: string) => void;
  /** The maximum number of tags in a read-only list. The rest is counted and shown on hover. */
  most?: number;
}

/** A list of tags. With `onRemove`, the Delete key or the cross removes one. */
export function TagList({ label, tags, onRemove, most = tags.length }: Props) {
  if (tags.length === 0) return null;
  if (!onRemove) {
    return (
      <ul className="tags" aria-label={label}>
        {tags.slice(0, most).map((tag) => (
          <li className="tag" key={tag}>
            <Given>{tag}</Given>
          </li>
        ))}
        {tags.length > most && (
          <li className="muted" title={tags.slice(most).join(", ")}>
            {strings.tags.more(tags.length - most)}
          </li>
        )}
      </ul>
    );
  }
  return (
    <TagGroup
      aria-label={label}
      onRemove={(keys) => [...keys].forEach((key) => onRemove(`${key}`))}
    >
      <AriaTagList className="tags" items={tags.map((id) => ({ id }))}>
        {({ id }) => (
          <Tag className="tag" textValue={id}>
            <Given>{id}</Given>
            <Button slot="remove" className="tag-remove" aria-label={strings.tags.removeTag(id)}>
              <Icon name="close" />
            </Button>
          </Tag>
        )}
      </AriaTagList>
    </TagGroup>
  );
}
