/** How far back the overview looks. */
export type Range = "day" | "week" | "month";

export const HOURS: Record<Range, number> = { day: 24, week: 168, month: 720 };

export interface OverviewSearch {
  /** The day is not named in the address. */
  range?: Exclude<Range, "day">;
}

/** Reads the address of the overview. */
export function parseOverviewSearch({ range }: Record<string, unknown>): OverviewSearch {
  return range === "week" || range === "month" ? { range } : {};
}
