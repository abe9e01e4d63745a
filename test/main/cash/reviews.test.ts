/** A close that one person made alone waits until another agrees with it, or says what was found; nobody forgets it. */
import { describe, expect, test } from 'vitest'
import { closing, countAll } from '../support/closing-desk.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { moneyDesk, pageOf, tableOf } from '../support/money-desk.ts'
import { BEN, benAtDesk, comes, recorded, WEI } from '../support/staff.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'

/** Ben opened, had, counted and closed the drawer alone, in a branch where Wei and Rosa work too. */
async function closedAlone(): Promise<{ readonly desk: TestDesk; readonly session_ref: string }> {
  const desk = await moneyDesk()
  await benAtDesk(desk)
  const whole = { drawer_code: '', pieces: null, total_cents: 10_000 }
  const { done } = await desk.ok('drawer.open', { commandId: desk.id(), ...whole })
  await countAll(desk, 10_000)
  await desk.ok('drawer.close', closing(desk))
  return { desk, session_ref: done?.entry_ref ?? '' }
}

type Look = { readonly is_agreed: boolean; readonly found?: string }

async function look(desk: TestDesk, session_ref: string, { is_agreed, found = '' }: Look): Promise<string> {
  const looked = await desk.call('close.review', { commandId: desk.id(), session_ref, is_agreed, found })
  return looked.kind === 'refused' ? looked.code : looked.kind
}

const isWaiting = async (desk: TestDesk) => (await desk.ok('drawer.list', { limit: 1 })).sessions[0]?.is_review_needed

describe('a look at a close', () => {
  test.each<[string, readonly (readonly [typeof WEI | 'rosa', Look, string])[], boolean]>([
    ['that agrees ends the review', [[WEI, { is_agreed: true }, 'ok']], false],
    ['that does not agree leaves it open', [[WEI, { is_agreed: false }, 'ok']], true],
    [
      'by somebody else who agrees ends it after that',
      [
        [WEI, { is_agreed: false }, 'ok'],
        ['rosa', { is_agreed: true }, 'ok'],
      ],
      false,
    ],
    [
      'by the same person who agrees after all does not',
      [
        [WEI, { is_agreed: false }, 'ok'],
        [WEI, { is_agreed: true }, 'review-disagreed'],
      ],
      true,
    ],
    [
      'that says what was found ends it, also by the one who did not agree',
      [
        [WEI, { is_agreed: false }, 'ok'],
        [WEI, { is_agreed: false, found: 'A roll of quarters was behind the tray.' }, 'ok'],
      ],
      false,
    ],
    [
      'is not asked for any more once it ended',
      [
        [WEI, { is_agreed: true }, 'ok'],
        ['rosa', { is_agreed: true }, 'review-not-needed'],
      ],
      false,
    ],
  ])('%s', async (_, looks, waits) => {
    const { desk, session_ref } = await closedAlone()
    let looks_count = 0
    for (const [who, said, result] of looks) {
      if (who === 'rosa') await rosaAt(desk)
      else await comes(desk, who)
      expect(await look(desk, session_ref, said)).toBe(result)
      if (result === 'ok') looks_count += 1
    }
    expect(await isWaiting(desk)).toBe(waits)
    await expectRebuilt(desk)
    expect(await recorded(desk, 'close-reviewed')).toHaveLength(looks_count)
  })

  test('each look is on the page of the close, with who it was and what was found', async () => {
    const { desk, session_ref } = await closedAlone()
    await comes(desk, WEI)
    await look(desk, session_ref, { is_agreed: false })
    await rosaAt(desk)
    const found = 'A roll of quarters was behind the tray.'
    await look(desk, session_ref, { is_agreed: false, found })
    const looks = tableOf(await pageOf(desk, 'drawer', `z ${session_ref}`), 'looks')
    expect(looks.map((cells) => cells[1])).toEqual(['Rosa Ortiz', 'Wei Zhang'])
    expect(looks[0]?.at(-1)).toContain(found)
  })
})

describe('a close that waits for a look cannot be forgotten', () => {
  const rowsOf = async (desk: TestDesk, place: 'supervisor' | 'tasks' | 'cash-desk') =>
    tableOf(await pageOf(desk, place), 'closes').length

  test('it is on the lists of who can look at it, day after day, until that is done', async () => {
    const { desk, session_ref } = await closedAlone()
    await comes(desk, WEI)
    for (const days of [0, 1, 400]) {
      desk.clock.pass(days * 86_400_000)
      await comes(desk, WEI)
      expect(await rowsOf(desk, 'supervisor')).toBe(1)
      expect(await rowsOf(desk, 'tasks')).toBe(1)
    }
    await rosaAt(desk)
    expect(await rowsOf(desk, 'cash-desk')).toBe(1)
    expect(await look(desk, session_ref, { is_agreed: false })).toBe('ok')
    expect(await rowsOf(desk, 'cash-desk')).toBe(1)
    await comes(desk, WEI)
    expect(await look(desk, session_ref, { is_agreed: true })).toBe('ok')
    for (const place of ['supervisor', 'tasks'] as const) {
      const { sections } = await pageOf(desk, place)
      expect(sections.map((one) => one.section_id)).not.toContain('closes')
    }
  })

  test('its count is on the page of the drawer, also for who closed it', async () => {
    const { desk } = await closedAlone()
    await comes(desk, BEN)
    const page = await pageOf(desk, 'drawer', 'open DRAWER-1')
    const facts = page.sections.flatMap((one) => (one.kind === 'facts' ? one.facts : []))
    expect(facts.filter((one) => one.text === '1' && one.tone === 'warn')).toHaveLength(1)
    const tasks = await pageOf(desk, 'tasks')
    expect(tasks.sections.map((one) => one.section_id)).not.toContain('closes')
  })
})
