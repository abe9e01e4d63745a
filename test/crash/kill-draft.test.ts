/** kill -9 while a note is half written: the words that the desk answered for are there when the clerk is back. */
import { cpSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDesk, rosaComes } from '../main/support/desk.ts'
import { FakeClock, TUESDAY } from '../main/support/fakes.ts'
import { testFolder } from '../main/support/folders.ts'
import { moneyFiles } from '../main/support/money-desk.ts'
import { CARDS } from '../main/support/small-library.ts'
import { draftName } from '../../shared/desk/page.ts'
import { commandsOf, run } from './killed.ts'
import { signedApart } from './signed-apart.ts'

const DANA = 1
const NOTE = {
  page: { place: 'account', about: '' },
  act: draftName({ call: { method: 'note.write', input: {} } }, null),
}
const TYPED = ['Her umbr', 'Her umbrella is at the desk'] as const
const { ask, scan, signIn } = commandsOf(43)
const BEFORE = [signIn(), scan(CARDS.dana), ask('test.count')]
const commands = [...BEFORE, ...TYPED.map((text) => ask('draft.keep', { ...NOTE, patron_id: DANA, texts: { text } }))]

/** What is in the note's form after a restart. */
async function textAfter(folder: string): Promise<string> {
  const desk = await openDesk(folder, { signing: signedApart(folder) }, new FakeClock(TUESDAY))
  await rosaComes(desk)
  await desk.scan(CARDS.dana)
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  await desk.station.close()
  return snapshot.page?.drafts[0]?.texts['text'] ?? ''
}

test('killed at any point, a draft is as it was answered or as it was typed next', async () => {
  const template = moneyFiles()
  const copy = (): string => {
    const folder = testFolder()
    cpSync(template, folder, { recursive: true })
    return folder
  }
  const seen = new Set<string>()
  for (const killAt of run({ commands }, copy(), '0').points) {
    const folder = copy()
    const { replies, was_killed } = run({ commands }, folder, killAt)
    expect(was_killed, killAt).toBe(true)
    const answered_count = replies.length - BEFORE.length
    const text = await textAfter(folder)
    expect(['', ...TYPED].slice(answered_count, answered_count + 2), killAt).toContain(text)
    seen.add(text)
  }
  expect([...seen]).toEqual(['', ...TYPED])
})
