/**
 * What a clerk practiced with the training devices, as a task of the practice shift asks for it: paper that waited for
 * a new roll and came, a drawer that was opened for money and shut again. Pure.
 */

export type Noted = {
  /** A paper waits, and the printer has none for it. */
  readonly has_waited: boolean
  /** It came after paper was loaded. */
  readonly has_come: boolean
  /** The desk opened the drawer. */
  readonly was_opened: boolean
  /** A hand shut it after that. */
  readonly was_shut: boolean
}

export const NOTHING_NOTED: Noted = { has_waited: false, has_come: false, was_opened: false, was_shut: false }

export type NotedNow = {
  readonly paper: 'enough' | 'near-end' | 'out'
  readonly is_drawer_open: boolean
  /** Papers that wait, or that a printer has. */
  readonly papers_open_count: number
  /** A job that has just ended well, if one has. */
  readonly done: 'receipt' | 'drawer' | null
}

export function notedAfter(before: Noted, { paper, is_drawer_open, papers_open_count, done }: NotedNow): Noted {
  const { has_waited, has_come, was_opened, was_shut } = before
  const isOpened = was_opened || (done === 'drawer' && is_drawer_open)
  return {
    has_waited: has_waited || (paper === 'out' && papers_open_count > 0),
    has_come: has_come || (has_waited && paper !== 'out' && done === 'receipt'),
    was_opened: isOpened,
    was_shut: was_shut || (isOpened && !is_drawer_open),
  }
}
