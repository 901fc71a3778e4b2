import { useState } from "react";

/**
 * Navigates pages that only know the cursor of the next one. Remembers the cursors of previous
 * pages until `question` (filters and order as text) changes.
 */
export function usePages<Cursor>(question: string) {
  const [state, setState] = useState<{ question: string; cursors: Cursor[] }>({
    question,
    cursors: [],
  });
  const cursors = state.question === question ? state.cursors : [];
  return {
    /** Undefined on the first page. */
    cursor: cursors.at(-1),
    /** Counted from 0. */
    page: cursors.length,
    toNext: (cursor: Cursor) => setState({ question, cursors: [...cursors, cursor] }),
    toPrevious: () => setState({ question, cursors: cursors.slice(0, -1) }),
    toFirst: () => setState({ question, cursors: [] }),
  };
}
