/** The time range of the overview. */
export type Range = "day" | "week" | "month";

export const HOURS: Record<Range, number> = { day: 24, week: 168, month: 720 };

export interface OverviewSearch {
  /** Absent for a day, the default. */
  range?: Exclude<Range, "day">;
}

/** Reads the search parameters of the overview. */
export function parseOverviewSearch({ range }: Record<string, unknown>): OverviewSearch {
  return range === "week" || range === "month" ? { range } : {};
}
