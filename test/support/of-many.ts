/** How much of what could go on for ever a test tries: a share in every check, much in the nightly run. */
export function ofMany(share_count: number, nightly_count: number): number {
  return process.env['OF_MANY'] === 'nightly' ? nightly_count : share_count
}
