/**
 * The desk's words for a return: where it goes, how late it was, what was odd about it. English. Pure; must never
 * decide anything, and never says who had it.
 */
import type { CheckInDecision } from '../../circulation/loans/check-in.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import type { Speech } from '../../words/speech.ts'
import { kindOfReturn } from '../outcome-kinds.ts'
import type { Pending } from '../pending.ts'
import { sayDate } from '../../kernel/say-date.ts'
import type { RowDraft } from '../session/session.ts'
import { capital, itemRow, sentences, type ItemWords, type Said } from './words.ts'

const ODDITY_WORDS: Readonly<Record<CheckInDecision['oddities'][number], string>> = {
  'was-not-out': 'It was not checked out',
  'was-lost': 'It was marked lost: found now',
  'was-claimed': 'It was claimed: found now',
  'was-missing': 'It was missing: found now',
  'was-in-transit': 'It has arrived from another branch',
  'was-on-its-way': 'Its record says that it is on its way',
  'was-on-order': 'It was not ready for the public yet',
}

const AGAIN_WORDS = 'Scanned before: it is back already'

type InSaid = {
  readonly item: ItemWords
  readonly at: Instant
  readonly decision: CheckInDecision
  readonly event: string
  /** The library's date, from which dates are said. */
  readonly today: LocalDate
  /** Name of the branch it must go to, when it goes to one. */
  readonly to_name: string
  /** It was scanned in this session before, and is back since then. */
  readonly is_again?: boolean
  /** What else to tell, one sentence each: when it counts as back, the fine, what became of a lost charge. */
  readonly also?: readonly string[]
}

/** Taken back: where it goes now is the thing to say. A voice tells all that the band shows. */
export function takenBackWords(speech: Speech, said: InSaid): Said {
  const { item, at, decision, event, is_again = false, also = [] } = said
  const { days_overdue } = decision.late
  const late = days_overdue > 0 ? daysLate(days_overdue) : decision.late.is_overdue ? 'Late by less than a day' : ''
  // That it was not out, or on its way, the scan before made so.
  const odd = is_again ? [AGAIN_WORDS] : decision.oddities.map((one) => ODDITY_WORDS[one])
  const place = placeWords(said)
  const kind = kindOfReturn(decision.place, is_again ? [] : decision.oddities)
  const entry = kind && speech.words.screen.kinds[kind]
  const told = [late, ...odd, ...also]
  return {
    band: {
      outcome: place.outcome,
      kind,
      heading: item.title,
      sentence: sentences(place.sentence, ...told),
      fact: { label: place.label, text: place.fact },
      spoken: sentences(item.title, entry?.label ?? '', place.sentence, ...told, entry?.next ?? ''),
    },
    row: {
      ...itemRow(item, at),
      outcome: place.outcome,
      kind,
      happened: place.happened,
      fact: late,
      notes: told.filter((text) => text !== '').map((text) => sentences(text)),
      act: 'in',
      event,
    },
  }
}

type PlaceSaid = { outcome: 'done' | 'route'; sentence: string; label: string; fact: string; happened: string }

function placeWords({ item, decision, to_name, today }: InSaid): PlaceSaid {
  const { place } = decision
  switch (place.kind) {
    case 'shelf': {
      const where = item.location || item.call_number
      const happened = item.location ? `Reshelve, ${item.location}` : 'Reshelve'
      return {
        outcome: 'done',
        sentence: 'Reshelve',
        label: 'reshelve',
        fact: item.call_number || where || 'cart',
        happened,
      }
    }
    case 'hold':
      return {
        outcome: 'route',
        sentence: 'On the hold shelf: somebody waits for it here',
        label: 'put on',
        fact: 'Hold shelf',
        happened: 'Hold shelf',
      }
    case 'transit': {
      const why = place.why === 'hold' ? 'somebody waits for it there' : 'it belongs there'
      const sentence = `Send it to ${to_name}: ${why}`
      return { outcome: 'route', sentence, label: 'send to', fact: to_name, happened: `Send to ${to_name}` }
    }
    case 'lender': {
      const by = place.due_back_on === null ? '' : ` by ${sayDate(place.due_back_on, today)}`
      const sentence = `Interlibrary loan: send back to ${place.lender_name}${by}`
      return { outcome: 'route', sentence, label: 'send back to', fact: place.lender_name, happened: 'Send back' }
    }
    case 'set-aside': {
      const sentence = `Set it aside: it is marked ${place.why}`
      return { outcome: 'route', sentence, label: 'set aside', fact: capital(place.why), happened: 'Set aside' }
    }
  }
}

type GoneBackSaid = {
  readonly at: Instant
  readonly barcode: string
  readonly days_late_count: number
  readonly event: string
}

/** Taken back, of which the library's data has no record any more. */
export function goneBackWords({ at, barcode, days_late_count, event }: GoneBackSaid): Said {
  const says = 'Set it aside: the library’s data has no record of it any more'
  const late = days_late_count > 0 ? daysLate(days_late_count) : ''
  const told = ['It is checked in', late, 'Nothing was charged for it']
  const heading = noRecordOf(barcode)
  return {
    band: {
      outcome: 'route',
      kind: null,
      heading,
      sentence: sentences(says, ...told),
      fact: { label: 'set aside', text: 'No record' },
      spoken: sentences(heading, says, ...told),
    },
    row: {
      outcome: 'route',
      at,
      title: heading,
      barcode,
      happened: 'Set aside',
      fact: late,
      notes: [sentences(says)],
      act: 'in',
      event,
    },
  }
}

/** What stands in the place of a title, where nothing is known of an item but that it is out. */
export function noRecordOf(barcode: string | null): string {
  return barcode === null ? 'No record of this item any more' : `No record of this item any more, ${barcode}`
}

function daysLate(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'} late`
}

type NotOursSaid = {
  readonly at: Instant
  readonly barcode: string
  /** How its number begins. */
  readonly prefix: string
  readonly pending: Pending | null
  readonly choices: NonNullable<RowDraft['choices']>
}

/** Another library's book: nothing is recorded of it, and it goes to the courier. */
export function notOursWords(speech: Speech, { at, barcode, prefix, pending, choices }: NotOursSaid): Said {
  const says = `Not ours: another library’s book (${prefix})`
  const how = pending === null ? '' : '1 makes a record, if it is lent to somebody here'
  const { label, next } = speech.words.screen.kinds['not-ours']
  const kind = { outcome: 'route', kind: 'not-ours' } as const
  return {
    band: {
      ...kind,
      heading: barcode,
      sentence: sentences(says, 'Nothing recorded', how),
      fact: { label: 'put it', text: 'With the courier' },
      spoken: sentences(label, says, next),
    },
    row: {
      ...kind,
      at,
      title: barcode,
      barcode,
      happened: 'To the courier',
      notes: [sentences(says)],
      choices,
      pending,
    },
  }
}
