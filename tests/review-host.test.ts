/** A review page that is kept ready, with pages that only count. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepReady, type Prepared } from '../lib/review-host.ts';

const KEPT_MS = 1000;
let made: { dropped: boolean; broken: boolean }[];
const prepare = (): Prepared => {
  const page = { dropped: false, broken: false };
  made.push(page);
  return {
    show: async () => ({ kind: 'cancelled' }),
    drop: () => {
      page.dropped = true;
    },
    works: () => !page.broken && !page.dropped,
  };
};
const dropped = () => made.map((page) => page.dropped);

beforeEach(() => {
  made = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('one page is made, however often it may be needed soon, and taken once', () => {
  const reviews = keepReady(prepare, KEPT_MS);
  reviews.getReady();
  reviews.getReady();
  reviews.take();
  expect(made).toHaveLength(1);
  reviews.take();
  expect(made).toHaveLength(2);
});

test('a page that nobody asked for goes after a while, counted from the last time it might have been needed', () => {
  const reviews = keepReady(prepare, KEPT_MS);
  reviews.getReady();
  vi.advanceTimersByTime(KEPT_MS - 1);
  reviews.getReady();
  vi.advanceTimersByTime(KEPT_MS - 1);
  expect(dropped()).toEqual([false]);
  vi.advanceTimersByTime(1);
  expect(dropped()).toEqual([true]);
  reviews.take();
  expect(dropped()).toEqual([true, false]);
});

test('a page that is in use does not go', () => {
  const reviews = keepReady(prepare, KEPT_MS);
  reviews.getReady();
  reviews.take();
  vi.advanceTimersByTime(2 * KEPT_MS);
  expect(dropped()).toEqual([false]);
});

test('a page that was taken and not needed is kept for the next', () => {
  const reviews = keepReady(prepare, KEPT_MS);
  reviews.take().drop();
  expect(dropped()).toEqual([false]);
  reviews.take();
  expect(made).toHaveLength(1);
});

test('two pages that were not needed: one is kept', () => {
  const reviews = keepReady(prepare, KEPT_MS);
  const [one, two] = [reviews.take(), reviews.take()];
  one.drop();
  two.drop();
  expect(dropped()).toEqual([true, false]);
});

test('a page that does not work is not used', () => {
  const reviews = keepReady(prepare, KEPT_MS);
  reviews.getReady();
  made[0]!.broken = true;
  reviews.take();
  expect(made).toHaveLength(2);
});

test('no page gets ready while one is in use, and one does after its review has ended', async () => {
  const reviews = keepReady(prepare, KEPT_MS);
  const one = reviews.take();
  reviews.getReady();
  expect(made).toHaveLength(1);
  await one.show({ mode: 'offer', text: '', reason: 'gone' });
  made[0]!.broken = true;
  one.drop();
  reviews.getReady();
  expect(made).toHaveLength(2);
});
