/** Gives a function that says yes at most `most` times in any second. */
export function limiter(most: number): () => boolean {
  let times: number[] = [];
  return () => {
    const now = performance.now();
    times = times.filter((time) => now - time < 1000);
    if (times.length >= most) return false;
    times.push(now);
    return true;
  };
}
