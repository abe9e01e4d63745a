/** What a page of the drawer is about, as a page keeps it in one text: which drawer, and which part of its life. */

/**
 * Of a drawer: `now` is whatever comes next at it; `open` is what is done at it, even while it is being closed; `close`
 * closes it; `hand-over` counts it for the next person; `sheet` is its count sheet, `x` its X report. `receipts` are
 * those of an open session, or those of it before a place. `z` is of a session that was closed, `paper` of an entry.
 * `settle` is a card settlement that differs from its batch. `closed` is the list of those sessions. `places` are the
 * safe and the change fund, or one of them.
 */
const PARTS = [
  'now',
  'open',
  'close',
  'hand-over',
  'z',
  'settle',
  'closed',
  'paper',
  'sheet',
  'x',
  'receipts',
  'places',
] as const
export type DrawerAbout = { readonly part: (typeof PARTS)[number]; readonly of: string }

export function aboutText({ part, of }: DrawerAbout): string {
  return of === '' ? (part === 'now' ? '' : part) : `${part} ${of}`
}

/** Empty, or not readable: the only drawer, or the choice between several. */
export function readAbout(about: string): DrawerAbout {
  const [first = '', ...rest] = about.split(' ')
  const part = PARTS.find((one) => one === first)
  return part === undefined ? { part: 'now', of: '' } : { part, of: rest.join(' ') }
}
