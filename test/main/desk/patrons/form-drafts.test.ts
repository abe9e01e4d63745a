/**
 * Forms that are half filled in: kept for the clerk who typed them, for the patron they are about, over a crash; gone
 * when they are dropped, too old, or their patron is erased.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { draftName, type PageView } from '../../../../shared/desk/page.ts'
import { privateDesk, ZENOBIA, type PrivateDesk } from '../../support/private-desk.ts'

const NOTE = draftName({ call: { method: 'note.write', input: {} } }, null)
const WORDS = 'Her sister may fetch the Quillfeather atlas'

async function patronOf(desk: PrivateDesk): Promise<number> {
  return (await desk.scan(ZENOBIA.card)).patron?.patron_id ?? 0
}

const keep = async (
  desk: PrivateDesk,
  patron_id: number | null,
  text = WORDS,
  place: 'account' | 'tasks' = 'account',
) => desk.ok('draft.keep', { page: { place, about: '' }, act: NOTE, patron_id, texts: { text, own_pin: '471108' } })

async function at(desk: PrivateDesk, place: 'account' | 'tasks' = 'account'): Promise<PageView['drafts']> {
  const { snapshot } = await desk.ok('desk.go', { page: { place, about: '' } })
  return snapshot.page?.drafts ?? []
}

describe('a draft', () => {
  test('is there again on the page it was typed on, with its time and without a PIN', async () => {
    const desk = await privateDesk()
    const patron_id = await patronOf(desk)
    const { says } = await keep(desk, patron_id)
    expect(await at(desk)).toEqual([{ act: NOTE, texts: { text: WORDS }, kept_at: says }])
    expect(await at(desk, 'tasks')).toEqual([])
    await desk.ok('desk.clear', {})
    await patronOf(desk)
    expect((await at(desk)).map(({ texts }) => texts['text'])).toEqual([WORDS])
  })

  test('has none of the two PINs that a patron types', async () => {
    const desk = await privateDesk()
    const patron_id = await patronOf(desk)
    const act = 'patron.set-pin'
    const texts = { pin: '730518', pin_again: '730518', 'spins.left': '2' }
    await desk.ok('draft.keep', { page: { place: 'account', about: '' }, act, patron_id, texts })
    expect((await at(desk)).map((one) => one.texts)).toEqual([{ 'spins.left': '2' }])
  })

  test('is replaced by what is typed later, and gone when it is dropped', async () => {
    const desk = await privateDesk()
    const patron_id = await patronOf(desk)
    await keep(desk, patron_id)
    await keep(desk, patron_id, 'Other words')
    expect((await at(desk)).map(({ texts }) => texts['text'])).toEqual(['Other words'])
    await desk.ok('draft.drop', { page: { place: 'account', about: '' }, act: NOTE, patron_id })
    expect(await at(desk)).toEqual([])
  })

  test('of one patron is not on the account of another', async () => {
    const desk = await privateDesk()
    const patron_id = await patronOf(desk)
    await keep(desk, patron_id + 1)
    expect(await at(desk)).toEqual([])
  })

  test('is neither shown nor taken while the desk is locked', async () => {
    const desk = await privateDesk()
    const patron_id = await patronOf(desk)
    await keep(desk, patron_id)
    await at(desk)
    const { snapshot } = await desk.ok('desk.lock', {})
    expect(JSON.stringify(snapshot)).not.toContain('Quillfeather atlas')
    const page = { place: 'account', about: '' } as const
    expect(await desk.call('draft.keep', { page, act: NOTE, patron_id, texts: {} })).toMatchObject({
      kind: 'refused',
      code: 'desk-locked',
    })
  })

  test.each([
    ['8', 7, 1],
    ['8', 9, 0],
    ['2', 3, 0],
  ])('where %s hours are set is there after %i: %i', async (drafts_kept_hours_count, hours, count) => {
    const desk = await privateDesk({ drafts_kept_hours_count })
    const patron_id = await patronOf(desk)
    await keep(desk, patron_id)
    desk.hours(hours)
    expect(await at(desk)).toHaveLength(count)
    expect(desk.says(WORDS)).toBe(count === 1)
  })

  test('is erased with its patron, and so are those about no patron, which may name them', async () => {
    const desk = await privateDesk()
    const patron_id = await patronOf(desk)
    await keep(desk, patron_id)
    await keep(desk, null, WORDS, 'tasks')
    expect(await at(desk, 'tasks')).toHaveLength(1)
    await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: '0116' })
    expect(await at(desk, 'tasks')).toEqual([])
    expect(desk.says(WORDS)).toBe(false)
  })

  test('is on the disk in no form that could be read', async () => {
    const desk = await privateDesk()
    await keep(desk, await patronOf(desk))
    const files = readdirSync(desk.folder, { withFileTypes: true }).filter((one) => one.isFile())
    const all = files.map(({ name }) => readFileSync(join(desk.folder, name), 'latin1')).join('')
    expect(all).not.toContain('Quillfeather atlas')
  })
})
