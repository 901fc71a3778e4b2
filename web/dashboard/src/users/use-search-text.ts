import { useEffect, useRef, useState } from "react";
import { useDebounced } from "../base/use-debounced";

const PAUSE_MS = 250;

/**
 * What stands in a search field, and `search` as the address has it. `onSearch` is called when the
 * typing pauses; a change of the address, as by the back button, changes the field.
 */
export function useSearchText(
  search: string | undefined,
  onSearch: (search: string | undefined) => void,
) {
  const [typed, setTyped] = useState(search ?? "");
  const sent = useRef(search ?? "");
  const settled = useDebounced(typed, PAUSE_MS).trim();
  const latestOnSearch = useRef(onSearch);
  latestOnSearch.current = onSearch;

  useEffect(() => {
    if ((search ?? "") === sent.current) return;
    sent.current = search ?? "";
    setTyped(search ?? "");
  }, [search]);
  useEffect(() => {
    if (settled === sent.current) return;
    sent.current = settled;
    latestOnSearch.current(settled || undefined);
  }, [settled]);

  return [typed, setTyped] as const;
}
