/** Records what a person did to an account and reports it: a row that can be undone as a whole, and the band. */
import type { OutcomeKind } from '../../../shared/desk/screen.ts'
import { withBand, withRow } from '../../../shared/desk/session/session.ts'
import { plainBand } from '../../../shared/desk/words/words.ts'
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { Checked } from '../../../shared/kernel/patron-field.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { known } from '../../library/here.ts'
import type { Gathered } from '../../circulation/charges/gathering.ts'
import { isRefusal, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Words } from '../../../shared/words/en/en.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

type Said = {
  /** The item's title, or what the entry is about. Never a name. */
  readonly title: string
  readonly item?: ItemRow | null
  /** Two or three words for the row. */
  readonly happened: string
  /** The amount or the date. */
  readonly fact: string
  readonly sentences: readonly string[]
  /** What to do next: told once, and not kept in the row. */
  readonly next?: readonly string[]
  /** The item's new due date, where that was changed. */
  readonly due_at_ms?: number
  /** An entry that cannot be undone: Ctrl+Z skips it. */
  readonly is_final?: boolean
  /** About neither an item nor money, so nothing of it is shown large: a note. */
  readonly is_quiet?: boolean
  /** The kind of return it settles: its sign, and what the clerk does next, come with the answer. */
  readonly kind?: OutcomeKind | null
}

export function recordAndSay(desk: Desk, command: Command, gathered: Gathered, said: Said): readonly DeskEvent[] {
  const { title, item = null, happened, fact, sentences, due_at_ms = null, is_final = false, kind = null } = said
  const weight = said.is_quiet === true ? 'silent' : 'full'
  const items = item ? known([item]) : new Map()
  const { drafts, parties, personal, reached } = gathered
  const beside = { parties, personal, items, ...(reached && { reached }) }
  const events = record(desk.library, actorOf(desk), command, drafts, beside)
  const event = eventRefText(must(events[0], 'an entry').head)
  const { command_id } = command
  const about = {
    title,
    barcode: item?.barcode ?? '',
    author: item?.author ?? '',
    call_number: item?.call_number ?? '',
  }
  const row = { at: desk.library.clock.now(), outcome: 'done' as const, kind, ...about, happened, fact }
  const session = withRow(desk.session, {
    ...row,
    notes: [...sentences],
    due_at_ms,
    act: is_final ? 'none' : 'account',
    event,
    command_id,
  })
  const told = [[happened, fact].filter(Boolean).join(' '), ...sentences, ...(said.next ?? [])]
  const { spoken } = plainBand('done', title, ...toldOf(speechOf(desk).words.screen.kinds, kind, told))
  desk.session = withBand(session, { ...plainBand('done', title, ...told), kind, weight, spoken })
  return events
}

/**
 * Records a change of who a patron is, and says it in a quiet row; what was refused is handed back, and null waits for
 * a second person.
 */
export function saidOfRecord(
  desk: Desk,
  command: Command,
  made: Gathered | Refusal | null,
  what:
    | 'changed'
    | 'apart'
    | 'linked'
    | 'unlinked'
    | 'family_linked'
    | 'family_unlinked'
    | 'pin_set'
    | 'pin_cleared'
    | `checked_${Checked}`,
): Refusal | null {
  if (made === null || isRefusal(made)) return made
  const { card } = speechOf(desk).words.outcomes.patron
  const is_final = what === 'pin_set' || what === 'pin_cleared'
  const said = { title: card.record, happened: card[what], fact: '', sentences: [], is_final, is_quiet: true }
  recordAndSay(desk, command, made, said)
  return null
}

/** What the sign and the next step show, a voice tells around the rest. */
function toldOf(kinds: Words['screen']['kinds'], kind: OutcomeKind | null, told: readonly string[]): readonly string[] {
  return kind === null ? told : [kinds[kind].label, ...told, kinds[kind].next]
}
