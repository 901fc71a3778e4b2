// Hebrew, Arabic and the like, and the controls of direction.
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]|\p{Script=Adlam}/u;

/** A text that somebody typed, for use in a sentence: where it could reorder that, it is isolated. */
export function isolated(text: string): string {
  return TURNS.test(text) ? `\u2068${text}\u2069` : text;
}
