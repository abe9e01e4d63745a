/**
 * How a return is shown: where it goes, how late it was, what was odd about it. Pure; must never decide anything, and
 * never says who had it.
 */
import type { CheckInDecision } from '../../circulation/loans/check-in.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Speech } from '../../words/speech.ts'
import { kindOfReturn } from '../outcome-kinds.ts'
import type { Pending } from '../pending.ts'
import type { RowDraft } from '../session/drafts.ts'
import { itemRow, sentences, type ItemWords, type Said } from './words.ts'

type InSaid = {
  readonly item: ItemWords
  readonly at: Instant
  readonly decision: CheckInDecision
  readonly event: string
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
  const words = speech.words.outcomes.return
  const late = days_overdue > 0 ? words.late(days_overdue) : decision.late.is_overdue ? words.late_today : ''
  // That it was not out, or on its way, the scan before made so.
  const odd = is_again ? [words.again] : decision.oddities.map((one) => words.odd[one])
  const place = placeWords(speech, said)
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
      act: is_again ? 'in-again' : 'in',
      event,
    },
  }
}

type PlaceSaid = { outcome: 'done' | 'route'; sentence: string; label: string; fact: string; happened: string }

function placeWords(speech: Speech, { item, decision, to_name }: InSaid): PlaceSaid {
  const { shelf, hold, transit, lender, aside } = speech.words.outcomes.return
  const { place } = decision
  switch (place.kind) {
    case 'shelf':
      return {
        outcome: 'done',
        sentence: shelf.says,
        label: shelf.label,
        fact: item.call_number || item.location || shelf.cart,
        happened: shelf.happened(item.location),
      }
    case 'hold':
      return { outcome: 'route', sentence: hold.says, label: hold.label, fact: hold.fact, happened: hold.happened }
    case 'transit': {
      const happened = transit.happened(to_name)
      return {
        outcome: 'route',
        sentence: transit.says[place.reason](to_name),
        label: transit.label,
        fact: to_name,
        happened,
      }
    }
    case 'lender': {
      const { lender_name: fact, due_back_on } = place
      const sentence = lender.says(fact, due_back_on === null ? '' : speech.date(due_back_on))
      return { outcome: 'route', sentence, label: lender.label, fact, happened: lender.happened }
    }
    case 'set-aside': {
      const { label, happened } = aside
      return { outcome: 'route', sentence: aside.says[place.reason], label, fact: aside.fact[place.reason], happened }
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
export function goneBackWords(speech: Speech, { at, barcode, days_late_count, event }: GoneBackSaid): Said {
  const words = speech.words.outcomes.return
  const { gone, aside } = words
  const late = days_late_count > 0 ? words.late(days_late_count) : ''
  const told = [gone.is_in, late, gone.free]
  const heading = gone.item(barcode)
  return {
    band: {
      outcome: 'route',
      kind: null,
      heading,
      sentence: sentences(gone.says, ...told),
      fact: { label: aside.label, text: gone.fact },
      spoken: sentences(heading, gone.says, ...told),
    },
    row: {
      outcome: 'route',
      at,
      title: heading,
      barcode,
      happened: aside.happened,
      fact: late,
      notes: [sentences(gone.says)],
      act: 'in',
      event,
    },
  }
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
  const words = speech.words.outcomes.return.not_ours
  const says = words.says(prefix)
  const how = pending === null ? '' : words.how
  const { label, next } = speech.words.screen.kinds['not-ours']
  const kind = { outcome: 'route', kind: 'not-ours' } as const
  return {
    band: {
      ...kind,
      heading: barcode,
      sentence: sentences(says, words.nothing, how),
      fact: { label: words.label, text: words.fact },
      spoken: sentences(label, says, next),
    },
    row: {
      ...kind,
      at,
      title: barcode,
      barcode,
      happened: words.happened,
      notes: [sentences(says)],
      choices,
      pending,
    },
  }
}
