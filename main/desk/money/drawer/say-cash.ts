/** Records what was done at a drawer and shows it: a row and the band, with the change large. */
import type { BandDraft } from '../../../../shared/desk/session/drafts.ts'
import { withBand, withRow } from '../../../../shared/desk/session/session.ts'
import { plainBand, sentences as inSentences } from '../../../../shared/desk/words/words.ts'
import type { DeskEvent } from '../../../../shared/journal/event.ts'
import { eventRefText } from '../../../../shared/journal/event.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import type { Command } from '../../../library/command.ts'
import type { Desk } from '../../desk.ts'

type Said = {
  readonly title: string
  readonly happened: string
  /** What the person at the desk gets or gave: shown large. */
  readonly fact: NonNullable<BandDraft['fact']> | null
  readonly sentences: readonly string[]
  /** Which of it says what is over or short: a screen reader says that first, and nothing green is above it. */
  readonly off?: readonly string[]
}

export function sayCash(desk: Desk, command: Command, events: readonly DeskEvent[], said: Said): void {
  const { title, happened, fact, sentences, off = [] } = said
  const event = eventRefText(must(events[0], 'an entry').head)
  const about = { title, barcode: '', author: '', call_number: '' }
  const session = withRow(desk.session, {
    at: desk.library.clock.now(),
    outcome: 'done',
    ...about,
    happened,
    // The column of a row is that of its due date.
    fact: '',
    notes: fact === null ? [...sentences] : [`${fact.label} ${fact.text}.`, ...sentences],
    act: 'none',
    event,
    command_id: command.command_id,
  })
  // The heading of the band says it already.
  const done = title === happened ? [] : [happened]
  const told = [...done, ...(fact === null ? [] : [`${fact.label} ${fact.text}`]), ...sentences]
  const band = { ...plainBand('done', title, ...told), fact }
  const spoken = inSentences(...off, title, ...told.filter((one) => !off.includes(one)))
  desk.session = withBand(session, off.length === 0 ? band : { ...band, spoken, is_off: true })
}
