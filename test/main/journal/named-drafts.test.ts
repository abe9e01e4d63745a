/** Drafts of one record that name each other: what is sealed holds the reference, and no name. */
import { expect, test } from 'vitest'
import type { EventDraft } from '../../../shared/journal/event.ts'
import { localRef } from '../../../shared/journal/local-ref.ts'
import { commandId } from '../../../shared/kernel/ids.ts'
import { bareDesk } from '../support/bare-desk.ts'
import { seededRandom, TUESDAY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'

test('an entry names one that is recorded behind it', () => {
  const { journal } = bareDesk(testFolder()).library
  const random = seededRandom(7)
  const name = localRef(random)
  const nothing = { found: null, charge: null, receipt: null }
  const drafts: readonly EventDraft[] = [
    { kind: 'return-answered', body: { question_ref: name, reason: 'undone', ...nothing } },
    { kind: 'staff-signed-out', body: { reason: 'idle' } },
    { kind: 'missing-acknowledged', body: { epoch: 1, broken_from: '' }, name },
  ]
  const command_id = commandId(TUESDAY, random)
  const occasion = { command_id, request_hash: new Uint8Array(8), at: TUESDAY, staff: '', branch: '' } as const
  const recorded = journal.record(occasion, drafts)
  expect(recorded[0]?.body).toMatchObject({ question_ref: `${journal.terminal}.1.4` })
  expect(journal.event(`${journal.terminal}.1.4`)).toEqual(recorded[2])
  const sealed = journal.writes.db.db.prepare('SELECT content FROM event').pluck().all().join('\n')
  expect(sealed).not.toContain('draft:')
})
