/**
 * Withdraws an outage that was declared by mistake: from now on it excuses nobody, and further entries reverse what it
 * changed. What was done about a fine or a loan since then stays. Must never charge anyone more than before it was
 * declared.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { Gathering, type Gathered } from '../../circulation/charges/gathering.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import { outagesHere } from '../../circulation/charges/outage-fines.ts'
import { moneyUndone } from '../../circulation/charges/undo-charges.ts'
import type { Library } from '../../library/library.ts'
import { speechOf } from '../clerk-language.ts'
import { labelOf } from '../../../shared/words/labels.ts'

export function withdrawOutage(desk: Desk, command: Command, input: Input<'outage.withdraw'>): Refusal | null {
  const { outage_ref } = input
  const outage = outagesHere(desk.library).find((one) => one.outage_ref === outage_ref)
  // An outage without an end was never declared at a desk: it came with the data.
  if (!outage || outage.to_at_ms === null) return refuse('outage-unknown')
  const to = new Gathering()
  to.add({
    kind: 'outage-withdrawn',
    body: { outage_ref, from_ms: outage.from_at_ms, to_ms: outage.to_at_ms },
  })
  const undone = changesOf(desk.library, outage_ref).map((entries) => takenBack(desk.library, entries))
  const done = undone.filter((one) => one !== null)
  for (const { drafts, parties } of done) {
    for (const draft of drafts) to.add(draft)
    for (const [draft, patron_id] of parties) to.parties.set(draft, patron_id)
  }
  const left = undone.length - done.length
  const words = speechOf(desk).words.outcomes.money.outage
  recordAndSay(desk, command, to, {
    title: words.title,
    happened: words.withdrawn,
    is_final: true,
    fact: labelOf(words.reasons, outage.reason),
    sentences: [words.restored(done.length), ...(left === 0 ? [] : [words.left(left)])],
  })
  desk.library.reload()
  desk.session = went(desk.session, { place: 'outage', about: '' })
  return null
}

type Changed = Extract<DeskEvent, { kind: 'charge-moved' | 'due-date-set' }>

/** What its declaration changed, one fine or loan at a time: these entries follow it directly in the journal. */
function changesOf(library: Library, outage_ref: string): readonly (readonly Changed[])[] {
  const declared = library.journal.event(outage_ref)
  if (declared?.kind !== 'outage-declared') return []
  const found: Changed[] = []
  for (let seq = declared.head.seq + 1; ; seq += 1) {
    const event = library.journal.event(eventRefText({ ...declared.head, seq }))
    const isOurs = event?.kind === 'charge-moved' || (event?.kind === 'due-date-set' && event.body.reason === 'outage')
    if (!isOurs || event.head.at_ms !== declared.head.at_ms) break
    found.push(event)
  }
  const by = (event: Changed): string => (event.kind === 'charge-moved' ? event.body.charge_ref : event.body.loan_ref)
  return [...Map.groupBy(found, by).values()]
}

/** Null where something newer is in the way. */
function takenBack(library: Library, entries: readonly Changed[]): Gathered | null {
  const to = new Gathering()
  for (const entry of entries.toReversed()) {
    const one = moneyUndone(library, entry, entries)
    if (one === null) return null
    for (const draft of one.drafts) to.add(draft)
  }
  return to
}
