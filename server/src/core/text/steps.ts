/** Work in steps: generators that yield where their caller may stop them or do something else. */

/** Runs all steps at once and returns their result. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
