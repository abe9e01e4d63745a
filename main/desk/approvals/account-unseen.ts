/**
 * Whoever changes a patron's card, PIN and contact has the account, and nobody tells the patron. One person does at
 * most two of the three for one patron in a day, unless the card that the patron had was scanned. Counted from the
 * journal: finishing, or scanning the new card, starts nothing over.
 */
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import { patronWords } from '../../../shared/journal/events/patrons.ts'
import { instant, MS_PER_DAY } from '../../../shared/kernel/time.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { startOfDay, toLocalDate } from '../../../shared/kernel/zone.ts'
import type { Grant } from '../../../shared/staff/permissions.ts'
import { isOnlyPerson } from '../../cash/sign-off.ts'
import { sealedEvent } from '../../journal/recorded.ts'
import { approverOf } from '../../library/actor.ts'
import { here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { readListed, readPersonal } from '../../store/journal/journal-rows.ts'
import { actorOf, type Desk } from '../desk.ts'

export type AccountPart = 'card' | 'pin' | 'contact'

const PART_OF = {
  'card-replaced': 'card',
  'patron-pin-set': 'pin',
  'patron-pin-cleared': 'pin',
  'patron-changed': 'contact',
} as const satisfies Readonly<Record<string, AccountPart>>
type Kind = keyof typeof PART_OF
const KINDS = Object.keys(PART_OF) as readonly Kind[]
const ALL_COUNT = 3

const DAYS = 7
const READ_MAX = 1000
const SHOWN_MAX = 10

/** Read as they are sealed: their shapes take three times as long, and up to four thousand entries are read. */
function since({ db }: Library, kind: Kind, from_ms: number): readonly DeskEvent[] {
  const rows = db.all(readListed, { kind, limit: READ_MAX })
  const events = rows.map(({ content }) => sealedEvent({ content, unsealed: null }))
  return events.filter(({ head }) => head.at_ms >= from_ms)
}

/** What lies beside an entry about a patron; null: it is gone. */
function wordsOf({ db }: Library, { head }: DeskEvent): ReturnType<typeof patronWords.parse> | null {
  const row = db.get(readPersonal, { epoch: head.epoch, seq: head.seq })
  return row ? patronWords.parse(JSON.parse(row.text)) : null
}

/** What is changed, and the grant with which a second person approves that. */
export type AccountChange = { readonly part: AccountPart; readonly grant: Grant }

/**
 * Whether this person would have changed all three for this patron today, without the card that the patron had. Who
 * approved something else of the act, such as a debt, was not asked about that.
 */
export function isAccountUnseen(desk: Desk, patron_id: PatronId, { part, grant }: AccountChange): boolean {
  const { library, session } = desk
  const actor = actorOf(desk)
  const { staff } = actor
  const second = approverOf(actor, grant)
  const isSecond = second !== '' && (second !== staff?.staff_code || isOnlyPerson(library))
  if (staff === null || isSecond) return false
  const { today, branch } = here(library)
  const parts = new Set([part])
  const given = new Set<string>()
  for (const event of KINDS.flatMap((kind) => since(library, kind, startOfDay(today, branch.zone)))) {
    if (event.head.staff !== staff.staff_code) continue
    if (library.journal.partyOf(eventRefText(event.head)) !== patron_id) continue
    const words = wordsOf(library, event)
    const isContact = words === null || 'phone' in words.fields || 'email' in words.fields
    if (event.kind !== 'patron-changed' || isContact) parts.add(PART_OF[event.kind as Kind])
    for (const { barcode, status } of words?.cards ?? []) if (status === 'current') given.add(barcode)
  }
  const isCardSeen = session.seen_card !== '' && !given.has(session.seen_card)
  return parts.size === ALL_COUNT && !isCardSeen
}

export type CardWithPin = { readonly staff_code: string; readonly count: number }

/** Who gave patrons a new card and a new PIN on the same day, in the last week: by staff code, most first. */
export function cardsWithPin(library: Library): readonly CardWithPin[] {
  const { branch, now } = here(library)
  const done = (kind: Kind): ReadonlyMap<string, string> =>
    new Map(
      since(library, kind, now - DAYS * MS_PER_DAY).map(({ head }) => {
        const whose = library.journal.partyOf(eventRefText(head))
        const key = `${head.staff} ${whose ?? ''} ${toLocalDate(instant(head.at_ms), branch.zone)}`
        return [whose === null ? '' : key, head.staff]
      }),
    )
  const pins = done('patron-pin-set')
  const counts = new Map<string, number>()
  for (const [key, staff_code] of done('card-replaced')) {
    if (key !== '' && pins.has(key)) counts.set(staff_code, (counts.get(staff_code) ?? 0) + 1)
  }
  const found = [...counts].map(([staff_code, count]) => ({ staff_code, count }))
  return found.toSorted((one, other) => other.count - one.count).slice(0, SHOWN_MAX)
}
