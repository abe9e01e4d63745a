/** How much each benchmark does: the size of the targets, and a small one that only shows that it runs. */
export type Size = {
  readonly name: 'full' | 'tenth' | 'quick' | 'people'
  readonly patrons: number
  readonly titles: number
  readonly items: number
  readonly loans: number
  readonly holds: number
  readonly rounds: number
  /** Check-outs of each kind in one round. */
  readonly commits: number
  /** Each run gives a percentile; the median of the runs is reported. */
  readonly runs: number
  /** Patrons served at the desk in one run, each with a few items. */
  readonly visits: number
  /** Searches typed in one run, each measured at every length. */
  readonly typed: number
  readonly burst: number
  /** Events of the journal that is verified as a whole. */
  readonly walked: number
  /** Receipts of the store in which payments are compared with those of a new one. */
  readonly receipts: number
  readonly memory_scans: number
  readonly memory_searches: number
  readonly paints: number
}

export const FULL: Size = {
  name: 'full',
  patrons: 1_000_000,
  titles: 1_000_000,
  items: 1_000_000,
  loans: 200_000,
  holds: 250_000,
  rounds: 15,
  commits: 300,
  runs: 5,
  visits: 600,
  typed: 600,
  burst: 10_000,
  walked: 100_000,
  receipts: 1_000_000,
  memory_scans: 5_000,
  memory_searches: 2_000,
  paints: 200,
}

/** A tenth of the library, for costs that must not grow with it. */
export const TENTH: Size = {
  ...FULL,
  name: 'tenth',
  patrons: 100_000,
  titles: 100_000,
  items: 100_000,
  loans: 20_000,
  holds: 25_000,
}

export const QUICK: Size = {
  name: 'quick',
  patrons: 2_000,
  titles: 2_000,
  items: 5_000,
  loans: 1_000,
  holds: 500,
  rounds: 3,
  commits: 10,
  runs: 2,
  visits: 10,
  typed: 10,
  burst: 200,
  walked: 1_000,
  receipts: 2_000,
  memory_scans: 100,
  memory_searches: 20,
  paints: 5,
}

/** The same with so many receipts, measured as often as in full: a million do not need a large library. */
export const withReceipts = (size: Size, receipts: number): Size => {
  return { ...size, receipts, rounds: FULL.rounds, commits: 100, runs: FULL.runs, paints: FULL.paints }
}

/** As many patrons as the targets of people name, and hardly anything on the shelves. */
export const withPeople = (size: Size): Size =>
  size.name === 'quick' ? size : { ...QUICK, name: 'people', patrons: 500_000, typed: size.typed, runs: size.runs }
