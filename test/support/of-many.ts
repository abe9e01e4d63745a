/**
 * How much of what could go on for ever a test tries: a little in every quick run, much in the long one, which runs the
 * same file once more (vitest.config.ts).
 */
export function ofMany(quick_count: number, long_count: number): number {
  return process.env['OF_MANY'] === 'long' ? long_count : quick_count
}
