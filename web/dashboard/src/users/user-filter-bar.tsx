import { useQuery } from "@tanstack/react-query";
import { useState, type KeyboardEvent } from "react";
import "./user-filter-bar.css";
import { rolesQuery } from "../roles/queries";
import { strings } from "../strings/users";
import { SearchField } from "../ui/search-field";
import { Select } from "../ui/select";
import { TagList } from "../ui/tag-list";
import { TextField } from "../ui/text-field";
import type { UserFilters } from "./filters";
import { useSearchText } from "./use-search-text";

interface Props {
  appId: string;
  filters: UserFilters;
  /** Called with the filters to change; `undefined` removes one. */
  onChange: (change: Partial<UserFilters>) => void;
}

const { filter } = strings;
const STATUSES = [
  { id: "any", label: filter.anyStatus },
  { id: "available", label: filter.online },
  { id: "offline", label: filter.offline },
] as const;
const ACTIVITIES = [
  { id: "active", label: filter.active },
  { id: "with", label: filter.withDeactivated },
  { id: "only", label: filter.onlyDeactivated },
] as const;

/** The search and the filters of the list of users. */
export function UserFilterBar({ appId, filters, onChange }: Props) {
  const { data: roles = [] } = useQuery(rolesQuery(appId));
  const [search, setSearch] = useSearchText(filters.search, (text) => onChange({ search: text }));
  const [tag, setTag] = useState("");
  const tags = filters.tags ?? [];
  const addTag = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || tag.trim() === "") return;
    if (!tags.includes(tag.trim())) onChange({ tags: [...tags, tag.trim()] });
    setTag("");
  };
  const removeTag = (removed: string) => {
    const left = tags.filter((each) => each !== removed);
    onChange({ tags: left.length > 0 ? left : undefined });
  };
  const roleIds = new Set([
    ...roles.map(({ role }) => role),
    ...(filters.role ? [filters.role] : []),
  ]);
  const nameOf = (id: string) => roles.find(({ role }) => role === id)?.name ?? id;
  return (
    <div className="user-filters" role="search">
      <SearchField
        label={strings.search}
        placeholder={strings.search}
        value={search}
        onChange={setSearch}
      />
      <Select
        label={filter.status}
        hideLabel
        choices={STATUSES}
        value={filters.status ?? "any"}
        onChange={(id) => onChange({ status: id === "any" ? undefined : id })}
      />
      <Select
        label={filter.role}
        hideLabel
        choices={[
          { id: "", label: filter.anyRole },
          ...[...roleIds].map((id) => ({ id, label: nameOf(id) })),
        ]}
        value={filters.role ?? ""}
        onChange={(id) => onChange({ role: id || undefined })}
      />
      <Select
        label={filter.deactivated}
        hideLabel
        choices={ACTIVITIES}
        value={filters.deactivated ?? "active"}
        onChange={(id) => onChange({ deactivated: id === "active" ? undefined : id })}
      />
      <TextField
        label={filter.tag}
        hideLabel
        placeholder={filter.tagPlaceholder}
        value={tag}
        onChange={setTag}
        onKeyDown={addTag}
      />
      {tags.length > 0 && (
        <div className="user-filters-tags">
          <TagList label={filter.tags} tags={tags} onRemove={removeTag} />
        </div>
      )}
    </div>
  );
}
