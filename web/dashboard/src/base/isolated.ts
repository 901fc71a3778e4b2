// Right-to-left scripts and bidirectional control characters.
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]|\p{Script=Adlam}/u;

/** Prepares user text for use in a sentence: text that could reorder the sentence is isolated. */
export function isolated(text: string): string {
  return TURNS.test(text) ? `\u2068${text}\u2069` : text;
}
