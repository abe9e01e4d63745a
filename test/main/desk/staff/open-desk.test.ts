/**
 * A clerk who comes to a manager's open desk hides nothing from the manager: what was done there is told at the next
 * sign-in. And who approved for whom. On real files.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { en } from '../../../../shared/words/en/en.ts'
import type { TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { page, place, read, readDesk, ROSA, told, WEI } from '../../support/news-desk.ts'
import { BADGE } from '../../support/small-library.ts'
import { answer, approve, BEN, signInAs } from '../../support/staff.ts'

const { done } = en.log

describe('a person who comes to an open desk hides nothing', () => {
  const export_ = (desk: TestDesk) => desk.ok('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })
  const newsNow = (desk: TestDesk) => desk.call('desk.go', { page: { place: 'news', about: '' } })
  const through = async (desk: TestDesk) => {
    const { snapshot } = await desk.ok('desk.snapshot', {})
    return must(snapshot.page?.enter ?? null, 'Enter').call.input as { through: string }
  }
  const told_export = `Rosa Ortiz: ${done['journal-exported']}`

  test('what was done since the sign-in is read at the next one, and not before', async () => {
    const desk = await readDesk()
    await export_(desk)
    expect(await newsNow(desk)).toMatchObject({ code: 'page-empty' })
    await signInAs(desk, BEN)
    await signInAs(desk, ROSA)
    expect(await told(desk)).toEqual([told_export])
  })

  test('what is done while the news is open stays to be read', async () => {
    const desk = await readDesk()
    await export_(desk)
    await signInAs(desk, BEN)
    await signInAs(desk, ROSA)
    const first = await through(desk)
    await desk.ok('store.backup', { to_folder: join(testFolder(), 'backup') })
    expect(await told(desk)).toEqual([told_export])
    await desk.ok('desk.news-read', first)
    await signInAs(desk, BEN)
    await signInAs(desk, ROSA)
    expect(await told(desk)).toEqual([`Rosa Ortiz: ${done['backup-made']}`])
  })

  test('nor by the badge of the person who is signed in: without the PIN it only greets', async () => {
    const desk = await readDesk()
    await export_(desk)
    await desk.ok('desk.scan', { commandId: desk.id(), text: BADGE, source: 'scan' })
    expect(await page(desk)).toBeNull()
    await desk.ok('desk.lock', {})
    await signInAs(desk, ROSA)
    expect(await told(desk)).toEqual([told_export])
  })

  test('guesses at a PIN are told to nobody who only scans the badge of the person at the desk', async () => {
    const desk = await readDesk()
    await signInAs(desk, BEN)
    await desk.call('staff.sign-in', { commandId: desk.id(), initials: 'WZ', pin: '0001' })
    await signInAs(desk, ROSA)
    const { band } = (await desk.ok('desk.snapshot', {})).snapshot
    expect(band?.sentence).toContain(en.outcomes.loan.guessed.desk(1))
    await desk.call('approval.give', { commandId: desk.id(), row_id: 'r1', initials: 'WZ', pin: '0002' })
    await desk.call('staff.set-own-pin', { commandId: desk.id(), pin: '000003', new_pin: '752041' })
    const greeted = await desk.scan(BADGE)
    expect(greeted.band?.sentence).not.toContain(en.outcomes.loan.guessed.own(1))
    await signInAs(desk, BEN)
    await signInAs(desk, ROSA)
    const told_now = (await desk.ok('desk.snapshot', {})).snapshot.band?.sentence
    expect(told_now).toContain(en.outcomes.loan.guessed.own(1))
  })
})

test('who approved for whom in the last week is shown beside it, the most frequent first', async () => {
  const desk = await readDesk()
  await signInAs(desk, BEN)
  const asked = async (who: typeof ROSA) => {
    await desk.ok('desk.go', { page: { place: 'outage', about: '' } })
    await answer(desk, '1')
    expect(await approve(desk, who)).toMatchObject({ kind: 'ok' })
    await answer(desk, '1')
    await desk.ok('desk.go', { page: null })
  }
  await asked(ROSA)
  desk.clock.pass(3 * MS_PER_DAY)
  for (let times = 0; times < 2; times += 1) await asked(WEI)
  await asked(ROSA)
  desk.clock.pass(5 * MS_PER_DAY)
  await signInAs(desk, WEI)
  if ((await place(desk)) === 'news') await read(desk)
  await desk.ok('settings.set', { settings: { idle_lock_minutes: 30 } })
  await signInAs(desk, ROSA)
  const section = must((await page(desk))?.sections.find((one) => one.section_id === 'approved') ?? null, 'approvals')
  const shown = section.kind === 'table' ? section.rows.map(({ cells }) => cells.map(({ text }) => text)) : []
  expect(shown).toEqual([
    ['Ben Cole', 'Wei Zhang', '2'],
    ['Ben Cole', 'Rosa Ortiz', '1'],
  ])
})
