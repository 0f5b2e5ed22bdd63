/** What the review page of the practice folder asks the room around it, and how the room answers. */
export interface ToRoom {
  id: number;
  message: unknown;
}
export interface FromRoom {
  answerTo: number;
  answer: unknown;
}
