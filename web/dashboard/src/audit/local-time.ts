/** Converts Unix seconds to the value of a datetime-local input: local time, to the minute. */
export function toLocalTime(seconds: number | undefined): string {
  if (seconds === undefined) return "";
  const date = new Date(seconds * 1_000);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Converts the value of a datetime-local input to Unix seconds; undefined if it is not valid. */
export function fromLocalTime(value: string): number | undefined {
  const milliseconds = new Date(value).getTime();
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1_000);
}
