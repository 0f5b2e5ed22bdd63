import type { CategoryId } from '../detect/category.ts';

/** A stored pair: the label that stands in for a detail. Real text lives here and nowhere else. */
export interface Alias {
  /** `[Student 1]` */
  surrogate: string;
  /** The fullest form seen. */
  original: string;
  category: CategoryId;
  /** The entity's number in the text it was made for. */
  entity: number;
  /** An invented name of which a word has stood for somebody else before: only all of it is certain. */
  whole?: boolean;
}

/** The answer to a request. */
export interface GivenAlias extends Alias {
  /** An invented name, where one was asked for; null where there is none that fits the draft. */
  standIn?: string | null;
}
