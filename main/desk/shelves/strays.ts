/** Why an item is set aside by a shelf tool, said. Must never say who has the item or who waits for it. */
import type { StrayReason } from '../../../shared/catalog/shelf/read-shelf.ts'
import type { Words } from '../../../shared/words/en/en.ts'

type ShelfWords = Words['pages']['shelves']

/** What the words need of an item that was set aside. */
export type StrayFacts = {
  readonly location: string
  /** Name of the branch it belongs at. */
  readonly home: string
  /** The status of its loan, while it is out: out, lost, claimed-returned, claimed-never-had. */
  readonly loan_status: string | null
  readonly status: string
}

function outText({ stray }: ShelfWords, loan_status: string | null): string {
  if (loan_status === 'lost') return stray.billed
  if (loan_status === 'claimed-returned' || loan_status === 'claimed-never-had') return stray[loan_status]
  return stray['checked-out']
}

/** Why it is set aside and what to do with it, without a full stop. */
function reasonText(words: ShelfWords, reason: StrayReason, facts: StrayFacts): string {
  const { location, home, loan_status, status } = facts
  if (reason === 'checked-out') return outText(words, loan_status)
  if (reason === 'on-hold' && status === 'hold-shelf') return words.stray['hold-shelf']
  if (reason === 'other-branch') return words.belongs_at(home)
  if (reason === 'other-location') return location === '' ? words.stray['no-location'] : words.belongs_in(location)
  return words.stray[reason]
}

/** Everything that is odd about it, the thing to act on first. */
export function strayText(words: ShelfWords, reasons: readonly StrayReason[], facts: StrayFacts): string {
  const [first, ...others] = reasons
  if (first === undefined) return ''
  const also: Readonly<Partial<Record<StrayReason, string>>> = words.also
  const rest = others.flatMap((one) => also[one] ?? [])
  const said = reasonText(words, first, facts)
  return rest.length === 0 ? said : words.and_also(said, rest.join(', '))
}

/** Reasons that a check-in deals with. */
const TAKEN_BACK: ReadonlySet<StrayReason> = new Set([
  'checked-out',
  'lost',
  'missing',
  'looked-for',
  'on-hold',
  'in-transit',
  'other-branch',
])

/** Whether checking it in is what helps. */
export function isToTakeBack(reasons: readonly StrayReason[], { status }: Pick<StrayFacts, 'status'>): boolean {
  const [first] = reasons
  return first !== undefined && TAKEN_BACK.has(first) && !(first === 'on-hold' && status === 'hold-shelf')
}
