/** A part of an answer that stands for somebody, and what is put in its place. */
export interface Found {
  /** UTF-16 offsets in the answer, end-exclusive. */
  start: number;
  end: number;
  pieces: Piece[];
  /** The labels in it that nobody is known by. */
  unknown: string[];
}

/** A real name or value with the surrogate that it takes the place of, or text that stays. */
export interface Piece {
  text: string;
  surrogate?: string;
}
