import { useEffect, useRef, useState } from "react";
import { useDebounced } from "../base/use-debounced";

const PAUSE_MS = 250;

/**
 * Keeps the text of a search field in sync with `search` in the URL. `onSearch` is called when
 * typing pauses; a change of the URL, for example by the back button, changes the text.
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
