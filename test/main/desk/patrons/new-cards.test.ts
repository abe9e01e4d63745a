/** The ways out that lead somewhere: an expired card renewed in its row, a new card scanned, a new patron's form. */
import { describe, expect, test } from 'vitest'
import type { Act, PageView } from '../../../../shared/desk/page.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { says } from '../../../support/said.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const OTHER_CARD = cardNumber('2123400050002', 'mod-10')

async function answer(desk: TestDesk, row_id: string | undefined, key: string) {
  return (await desk.ok('desk.answer', { commandId: desk.id(), row_id: row_id ?? '', key })).snapshot
}

function actsOf(page: PageView): readonly Act[] {
  return [...page.acts, ...(page.enter ? [page.enter] : [])]
}

async function pageAt(desk: TestDesk, place: 'account' | 'patron-new', about = ''): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place, about } })
  const { page } = snapshot
  if (!page) throw new Error('no page')
  expect(pageFaults(page)).toEqual([])
  return page
}

describe('an expired card', () => {
  test('is renewed in its row, the address being the same, and the item is out', async () => {
    const desk = await cardDesk()
    await desk.scan(CARDS.expired)
    const stopped = await desk.scan(ITEMS.warmth)
    expect(stopped.rows[0]?.choices.map((one) => one.key)).toEqual(['1', '2'])
    const after = await answer(desk, stopped.rows[0]?.row_id, '2')
    expect(after.rows.some((row) => row.happened === 'Out')).toBe(true)
    expect((await desk.scan(ITEMS.educated)).rows[0]).toMatchObject({ happened: 'Out' })
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })
})

describe('a card that cannot be given, scanned into the form', () => {
  test('is said to be another library’s, with what to scan instead, and the form stays', async () => {
    const desk = await cardDesk()
    const before = await pageAt(desk, 'patron-new')
    expect(before.lead).toBe('There is no card yet. Scan a new card.')
    const { band, page } = await desk.scan('21999000012345')
    expect([band?.heading, band?.sentence]).toEqual([
      says('card-not-ours', { barcode: '21999000012345' }),
      'Scan a new card of this library.',
    ])
    expect(page?.ref).toEqual({ place: 'patron-new', about: '' })
  })
})

describe('a new card that is scanned', () => {
  test.each([
    ['1', 'lost'],
    ['2', 'former'],
    ['3', 'current'],
  ])('with an account open, %s makes the former one %s', async (key, status) => {
    const desk = await cardDesk()
    await desk.scan(CARDS.dana)
    const offered = await desk.scan(NEW_CARD)
    expect(offered.rows[0]?.choices).toHaveLength(4)
    await answer(desk, offered.rows[0]?.row_id, key)
    const account = await pageAt(desk, 'account')
    const said = JSON.stringify(account.sections)
    expect(said).toContain(NEW_CARD)
    expect(said.includes(`${CARDS.dana} (${status})`)).toBe(status !== 'current')
  })

  test('with nobody open, begins a registration with it; another scan changes the card', async () => {
    const desk = await cardDesk()
    const offered = await desk.scan(NEW_CARD)
    const { page } = await answer(desk, offered.rows[0]?.row_id, '1')
    expect(page?.ref).toEqual({ place: 'patron-new', about: NEW_CARD })
    expect((await desk.scan(OTHER_CARD)).page?.ref).toEqual({ place: 'patron-new', about: OTHER_CARD })
    await desk.ok('patron.register', registration(desk, {}, { barcode: OTHER_CARD }))
    const open = await desk.scan(ITEMS.warmth)
    expect(open.page).toBeNull()
    expect(open.rows[0]).toMatchObject({ happened: 'Out' })
  })

  test('of no range of the library, is as unknown as before', async () => {
    const desk = await cardDesk()
    expect((await desk.scan('21999000012345')).rows[0]?.choices).toEqual([])
  })
})

describe('the form of a new patron', () => {
  test('asks by the library’s rules, in their order, and previews', async () => {
    const desk = await cardDesk(false, [
      `INSERT INTO field_rule VALUES ('no mail', 'email', '*', 'off'), ('phone', 'phone', '*', 'required')`,
    ])
    const page = await pageAt(desk, 'patron-new', NEW_CARD)
    const fields = page.enter?.asks ?? []
    expect(fields.slice(0, 3).map((one) => one.name)).toEqual(['typed.surname', 'typed.given', 'typed.preferred_given'])
    expect(fields.some((one) => one.name === 'typed.email')).toBe(false)
    expect(fields.find((one) => one.name === 'typed.phone')?.is_required).toBe(true)
    expect(fields.some((one) => one.name === 'proofs.LICENSE')).toBe(true)
    const made = registration(desk, { postal_code: '60069' }, { barcode: NEW_CARD })
    const { commandId: _, another_because: __, ...asked } = made
    const { lines } = await desk.ok('patron.register-preview', asked)
    expect(lines.map((line) => line.tone)).toEqual(['plain', 'good', 'warn'])
  })

  test('the town of a ZIP code is that of the neighbors, and where nobody lives yet it is asked for', async () => {
    const desk = await cardDesk()
    await desk.ok('patron.register', registration(desk, {}, { barcode: NEW_CARD }))
    const said = async (postal_code: string): Promise<readonly string[]> => {
      const { commandId: _, another_because: __, ...asked } = registration(desk, { postal_code, city: '' })
      const form: Input<'patron.register-preview'> = { ...asked, category_code: null }
      return (await desk.ok('patron.register-preview', form)).lines.map((line) => `${line.tone} ${line.text}`)
    }
    expect(await said('60015')).toContain('plain Deerfield')
    expect((await said('60070')).some((line) => line.startsWith('warn'))).toBe(true)
  })

  test('says with the desk’s page that few numbers are left; without a range of its own, nothing', async () => {
    const told = async (desk: TestDesk) => {
      const { lead } = await pageAt(desk, 'patron-new')
      const { snapshot } = await desk.ok('desk.go', { page: { place: 'this-desk', about: '' } })
      const facts = snapshot.page?.sections.flatMap((one) => (one.kind === 'facts' ? one.facts : [])) ?? []
      const said = facts.filter(({ tone, text }) => tone === 'warn' && text.startsWith('5.'))
      return [lead.includes('5 '), said.map(({ tone }) => tone)]
    }
    expect(await told(await cardDesk(true))).toEqual([true, ['warn']])
    expect(await told(await cardDesk())).toEqual([false, []])
  })

  test('of a patron who is there, is under More on the account', async () => {
    const desk = await cardDesk()
    await desk.scan(CARDS.dana)
    const page = await pageAt(desk, 'account')
    const methods = actsOf(page).map((one) => one.call.method)
    for (const method of ['card.renew', 'card.replace', 'card.lose', 'patron.edit']) expect(methods).toContain(method)
  })
})
