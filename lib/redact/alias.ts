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
}
