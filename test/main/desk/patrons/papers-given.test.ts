/**
 * What papers say of a return, of money and of the library, and what is a copy: at a real desk. A cart is nobody's: its
 * paper may be in one patron's language and large, and tells no title; who has their account open reads their own.
 */
import { describe, expect, test } from 'vitest'
import type { DeskSnapshot } from '../../../../shared/desk/screen.ts'
import { MS_PER_MINUTE } from '../../../../shared/kernel/time.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import { en as words } from '../../../../shared/receipt/words/en.ts'
import { layoutText } from '../../../support/layout-text.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { holdDesk, TITLES } from '../../support/hold-desk.ts'
import { days, lend, moneyDesk } from '../../support/money-desk.ts'
import { privateDesk, ZENOBIA } from '../../support/private-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const textOf = (document: ReceiptDocument | undefined): string => (document ? layoutText(document, 42).join('\n') : '')

function onPage({ page }: DeskSnapshot): readonly ReceiptDocument[] {
  expect(page?.ref.place).toBe('receipt')
  return page?.sections.flatMap((section) => (section.kind === 'paper' ? [section.document] : [])) ?? []
}

const make = async (
  desk: TestDesk,
  what: 'now' | 'statement' | 'welcome' | 'registration' = 'now',
): Promise<readonly ReceiptDocument[]> => onPage((await desk.ok('paper.make', { what })).snapshot)
const again = async (desk: TestDesk): Promise<readonly ReceiptDocument[]> =>
  onPage((await desk.ok('paper.again', { paper_id: '' })).snapshot)

async function setTo(desk: TestDesk, key: string, value: string): Promise<void> {
  const change = { table: 'library_setting', key, after: { value } } as const
  await desk.ok('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })
}

/** Dana reads Spanish in large print. */
async function danaReadsSpanish(desk: TestDesk): Promise<void> {
  await desk.scan(CARDS.dana)
  const wish = { receipt: 'print', is_large_print: true, language: 'es' } as const
  await desk.ok('patron.set-preference', { commandId: desk.id(), ...wish })
  await desk.ok('desk.finish', {})
}

async function takenBack(desk: TestDesk, ...items: readonly string[]): Promise<ReceiptDocument | undefined> {
  await desk.ok('desk.mode', { mode: 'in' })
  for (const item of items) await desk.scan(item)
  return (await make(desk))[0]
}

describe('the receipt of a cart with nobody open', () => {
  test('all of it one borrower’s: in their language and size; no title, no fine, no name', async () => {
    const desk = await moneyDesk()
    await danaReadsSpanish(desk)
    await lend(desk, CARDS.dana, ITEMS.educated)
    await lend(desk, CARDS.dana, ITEMS.becoming)
    days(desk, 30)
    const paper = await takenBack(desk, ITEMS.educated, ITEMS.becoming)
    expect(paper).toMatchObject({ kind: 'check-in', language: 'es', size: 'large' })
    const text = textOf(paper)
    expect(text).toContain('…0023')
    expect(text).not.toMatch(/Educated|Becoming|\$|Dana|Miller|0017/)
  })

  test.each([
    ['of two borrowers', [ITEMS.educated, ITEMS.becoming]],
    ['one was out to nobody', [ITEMS.educated, ITEMS.warmth]],
  ] as const)('%s: in English, as it was', async (_name, items) => {
    const desk = await workingDesk()
    await danaReadsSpanish(desk)
    await lend(desk, CARDS.dana, ITEMS.educated)
    await lend(desk, CARDS.omar, ITEMS.becoming)
    expect(await takenBack(desk, ...items)).toMatchObject({ language: 'en', size: 'normal' })
  })
})

test('with an account open, what was theirs has its title and fine, and another’s has neither', async () => {
  const desk = await moneyDesk()
  await danaReadsSpanish(desk)
  await lend(desk, CARDS.dana, ITEMS.educated)
  await lend(desk, CARDS.omar, ITEMS.becoming)
  days(desk, 23)
  await desk.scan(CARDS.dana)
  // A page that takes returns, with the account behind it.
  await desk.ok('desk.go', { page: { place: 'transits', about: '' } })
  await desk.scan(ITEMS.educated)
  await desk.scan(ITEMS.becoming)
  const [paper] = await make(desk)
  expect(paper).toMatchObject({ kind: 'check-in', language: 'es', size: 'large' })
  const text = textOf(paper).replaceAll(/\s+/g, ' ')
  expect(text).toMatch(/Educated Multa por atraso \$0\.50/)
  expect(text).toContain('…0031')
  expect(text).not.toMatch(/Becoming|Dana|Miller|Omar/)
})

describe('books back first, and the card after', () => {
  /** Dana has two out, Omar one; all three came back in one cart, late. */
  async function allBack(wish: 'print' | 'email' | 'none' = 'print'): Promise<TestDesk> {
    const desk = await moneyDesk()
    await desk.scan(CARDS.dana)
    const how = { receipt: wish, is_large_print: false, language: 'en' } as const
    await desk.ok('patron.set-preference', { commandId: desk.id(), ...how })
    await lend(desk, CARDS.dana, ITEMS.educated)
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await lend(desk, CARDS.omar, ITEMS.becoming)
    days(desk, 23)
    await desk.ok('desk.mode', { mode: 'in' })
    for (const item of [ITEMS.educated, ITEMS.becoming, ITEMS.warmth]) await desk.scan(item)
    return desk
  }

  test('their own are on it with title and fine, and nothing of what others had', async () => {
    const desk = await allBack()
    const opened = await desk.scan(CARDS.dana)
    expect(opened.band?.sentence).toContain('2 of the returns were theirs: {key:receipt-so-far} shows the receipt')
    expect(opened.rows).toEqual([])
    const [paper, ...others] = await make(desk)
    expect(others).toEqual([])
    const text = textOf(paper).replaceAll(/\s+/g, ' ')
    expect(text).toMatch(/Educated Late fine \$0\.50 The Warmth of Other Suns Late fine \$0\.50/)
    expect(text).toContain('2 items returned')
    expect(text).not.toMatch(/Becoming|…0031|Omar|Dana|Miller/)
  })

  test('asked for again it is a copy, and so is what Finish lays there', async () => {
    const desk = await allBack()
    await desk.scan(CARDS.dana)
    const [first] = await make(desk)
    expect(first?.is_copy).toBe(false)
    expect(await make(desk)).toEqual([{ ...first, is_copy: true }])
    const done = (await desk.ok('desk.finish', {})).snapshot
    expect(done.papers).toEqual([{ ...first, is_copy: true }])
    expect(done.band?.sentence).toBe('The receipt is shown, not printed.')
  })

  test.each([
    ['print', 'Finish, show receipt', 1],
    ['none', 'Finish, no receipt', 0],
    ['email', 'Finish, show receipt (no e-mail address)', 1],
  ] as const)('Finish gives it as they want it: %s', async (wish, label, papers_count) => {
    const desk = await allBack(wish)
    expect((await desk.scan(CARDS.dana)).finish_label).toBe(label)
    expect((await desk.ok('desk.finish', {})).snapshot.papers).toHaveLength(papers_count)
    expect((await again(desk))[0]).toMatchObject({ kind: 'check-in', is_copy: papers_count > 0 })
  })

  test('with what they borrow in the same visit, each is a paper', async () => {
    const desk = await allBack()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    expect((await make(desk)).map((one) => one.kind)).toEqual(['check-out', 'check-in'])
  })

  test('a patron who had none of it is offered none', async () => {
    const desk = await allBack()
    const opened = await desk.scan(CARDS.owing)
    expect(opened.band?.sentence).not.toContain('theirs')
    expect(opened.finish_label).toBe('Finish')
    expect(await desk.call('paper.make', { what: 'now' })).toMatchObject({ code: 'paper-none' })
  })

  test('a return that was undone is not on it', async () => {
    const desk = await allBack()
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect((await desk.scan(CARDS.dana)).band?.sentence).toContain('1 of the returns was theirs')
    expect(textOf((await make(desk))[0])).not.toContain('Warmth')
  })

  test('nor is one that was undone once their account was open', async () => {
    const desk = await allBack()
    await desk.scan(CARDS.dana)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(textOf((await make(desk))[0])).not.toContain('Warmth')
  })

  test.each([
    ['the cart was put away first', (desk: TestDesk) => desk.ok('desk.finish', {})],
    ['the account was put away and opened again', (desk: TestDesk) => desk.scan(CARDS.dana)],
  ] as const)('nothing of it stays once %s', async (_name, first) => {
    const desk = await allBack()
    await first(desk)
    await desk.ok('desk.clear', {})
    expect((await desk.scan(CARDS.dana)).band?.sentence).not.toContain('theirs')
    expect(await desk.call('paper.make', { what: 'now' })).toMatchObject({ code: 'paper-none' })
  })

  test('once the desk has forgotten whose loans they were, there is no receipt of them', async () => {
    const desk = await privateDesk()
    await lend(desk, ZENOBIA.card, ITEMS.educated)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.educated)
    expect((await desk.scan(ZENOBIA.card)).finish_label).toBe('Finish, show receipt')
    desk.hours(2)
    expect((await desk.ok('desk.snapshot', {})).snapshot.finish_label).toBe('Finish')
    expect(await desk.call('paper.make', { what: 'now' })).toMatchObject({ code: 'paper-none' })
  })
})

describe('what was given before is a copy', () => {
  async function danaLent(): Promise<TestDesk> {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.educated)
    return desk
  }

  test('asked for twice with nothing done between: the second is a copy with the first one’s date', async () => {
    const desk = await danaLent()
    const [first] = await make(desk)
    expect(first?.is_copy).toBe(false)
    desk.clock.pass(2 * MS_PER_MINUTE)
    await desk.ok('desk.back', {})
    expect(await make(desk)).toEqual([{ ...first, is_copy: true }])
    expect(await make(desk)).toEqual([{ ...first, is_copy: true }])
  })

  test('more was lent since: another paper, and no copy', async () => {
    const desk = await danaLent()
    await make(desk)
    await desk.scan(ITEMS.becoming)
    const [paper] = await make(desk)
    expect(paper?.is_copy).toBe(false)
    expect(textOf(paper)).toContain('2 items checked out')
  })

  test('renewed since: what was lent is a copy, what was renewed is not', async () => {
    const desk = await workingDesk()
    await lend(desk, CARDS.dana, ITEMS.educated)
    days(desk, 2)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.becoming)
    await make(desk)
    await desk.ok('desk.renew-all', { commandId: desk.id() })
    const papers = await make(desk)
    expect(papers.map((one) => [one.kind, one.is_copy])).toEqual([
      ['check-out', true],
      ['renewal', false],
    ])
    expect((await make(desk)).map((one) => one.is_copy)).toEqual([true, true])
  })

  test('seen before, and then finished: what lies beside the work is a copy', async () => {
    const desk = await danaLent()
    const [first] = await make(desk)
    expect((await desk.ok('desk.finish', {})).snapshot.papers).toEqual([{ ...first, is_copy: true }])
  })

  test('a statement asked for twice', async () => {
    const desk = await danaLent()
    expect((await make(desk, 'statement'))[0]?.is_copy).toBe(false)
    desk.clock.pass(MS_PER_MINUTE)
    expect((await make(desk, 'statement'))[0]?.is_copy).toBe(true)
  })

  test('the same books back in the next cart are no copy of the cart before', async () => {
    const desk = await danaLent()
    await desk.ok('desk.finish', {})
    expect((await takenBack(desk, ITEMS.educated))?.is_copy).toBe(false)
    await desk.ok('desk.finish', {})
    await lend(desk, CARDS.omar, ITEMS.educated)
    expect((await takenBack(desk, ITEMS.educated))?.is_copy).toBe(false)
  })

  test('handed to the computer, it lies there as a copy: on its page and beside the work', async () => {
    const desk = await danaLent()
    await make(desk)
    expect(onPage((await desk.ok('paper.handed', { commandId: desk.id() })).snapshot)[0]?.is_copy).toBe(true)
    await desk.scan(ITEMS.becoming)
    expect((await desk.ok('desk.finish', {})).snapshot.papers[0]?.is_copy).toBe(false)
    const { snapshot } = await desk.ok('paper.handed', { commandId: desk.id() })
    expect(snapshot.papers.map((one) => one.is_copy)).toEqual([true])
    expect((await again(desk)).map((one) => one.is_copy)).toEqual([true])
  })

  test('with no paper there, nothing comes of it; a list is none', async () => {
    const desk = await workingDesk()
    const before = (await desk.ok('desk.go', { page: { place: 'receipt', about: 'list pull' } })).snapshot
    const after = (await desk.ok('paper.handed', { commandId: desk.id() })).snapshot
    expect(after.page).toEqual(before.page)
    await desk.ok('desk.clear', {})
    expect((await desk.ok('paper.handed', { commandId: desk.id() })).snapshot.papers).toEqual([])
  })
})

test('a statement says which book was late, which is lost, and what the desk wrote besides', async () => {
  const desk = await moneyDesk()
  await lend(desk, CARDS.dana, ITEMS.educated)
  await lend(desk, CARDS.dana, ITEMS.becoming)
  days(desk, 23)
  await takenBack(desk, ITEMS.educated)
  await desk.ok('desk.clear', {})
  await desk.scan(CARDS.dana)
  await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.becoming, price_cents: null })
  const charged = { fee_code: '', amount_cents: 150, note: 'Printing, 15 pages' }
  await desk.ok('charge.add', { commandId: desk.id(), ...charged })
  const text = textOf((await make(desk, 'statement'))[0]).replaceAll(/\s+/g, ' ')
  expect(text).toMatch(/Other charge: Printing, 15 pages .*\$1\.50/)
  expect(text).toMatch(/Late fine: Educated .*\$0\.50/)
  expect(text).toMatch(/Lost item: Becoming .*\$20\.00/)
})

describe('what the library sets', () => {
  test('its lines stand at head and foot of what patrons are given, commas and all', async () => {
    const desk = await workingDesk()
    await setTo(desk, 'paper_contact_lines', '12 Maple Street, Springfield | 555-0100')
    await setTo(desk, 'paper_foot_lines', 'Closed on Thanksgiving')
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.educated)
    const [lent, told] = [(await make(desk))[0], (await make(desk, 'statement'))[0]]
    for (const paper of [lent, told]) {
      expect(textOf(paper)).toMatch(/Maple Street\n\s*12 Maple Street, Springfield\n\s*555-0100\n-/)
      expect(textOf(paper)).toMatch(/Closed on Thanksgiving\s*$/)
    }
  })

  test('a web address is a code for telephones at the foot of what patrons are given', async () => {
    const desk = await workingDesk()
    await setTo(desk, 'paper_web_address', 'https://library.example/renew')
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.educated)
    const [lent] = await make(desk)
    expect(lent?.blocks.at(-1)).toEqual({ block: 'qr', text: 'https://library.example/renew' })
    expect(textOf(lent)).toMatch(/\[QR\]\s+https:\/\/library\.example\/renew\s*$/)
  })

  test.each(['library.example', 'https://library.example/a b', `https://${'x'.repeat(200)}`])(
    'no code is made of %s',
    async (value) => {
      const desk = await workingDesk()
      const change = { table: 'library_setting', key: 'paper_web_address', after: { value } } as const
      expect(await desk.call('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })).toMatchObject({
        code: 'policy-row-invalid',
      })
    },
  )

  test('a line longer than any paper is refused', async () => {
    const desk = await workingDesk()
    const change = { table: 'library_setting', key: 'paper_foot_lines', after: { value: 'x'.repeat(121) } } as const
    expect(await desk.call('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })).toMatchObject({
      code: 'policy-row-invalid',
    })
  })

  test('the bars and the language of slips', async () => {
    const desk = await holdDesk()
    await setTo(desk, 'slip_symbology', 'code128')
    await setTo(desk, 'slip_language', 'es')
    await desk.placed(CARDS.dana, TITLES.educated)
    const [hold] = (await desk.takeBack(ITEMS.educated)).papers
    expect(hold).toMatchObject({ kind: 'hold-slip', language: 'es' })
    expect(hold?.blocks.find((one) => one.block === 'barcode')).toMatchObject({ symbology: 'code128' })
    const [transit] = (await desk.takeBack(ITEMS.north)).papers
    expect(transit).toMatchObject({ kind: 'transit-slip', language: 'es' })
    expect(textOf(transit)).toContain('Pertenece a esa sucursal')
  })
})

test('a welcome slip: the whole number, and whether there is a PIN; of nobody there is none', async () => {
  const desk = await workingDesk()
  expect(await desk.call('paper.make', { what: 'welcome' })).toMatchObject({ code: 'nobody-open' })
  await desk.scan(CARDS.dana)
  const slip = async (): Promise<string> => textOf((await make(desk, 'welcome'))[0]).replaceAll('\n', ' ')
  const before = await slip()
  expect(before).toContain(CARDS.dana)
  expect([before.includes(words.sign_in), before.includes(words.sign_in_no_pin)]).toEqual([false, true])
  await desk.ok('patron.set-pin', { commandId: desk.id(), pin: '730518', pin_again: '730518' })
  const after = await slip()
  expect([after.includes(words.sign_in), after.includes(words.sign_in_no_pin)]).toEqual([true, false])
  expect(after).not.toContain('730518')
})

test('a form to sign: in the patron’s language, with the library’s own terms', async () => {
  const desk = await workingDesk()
  await danaReadsSpanish(desk)
  await desk.scan(CARDS.dana)
  const [usual] = await make(desk, 'registration')
  expect([usual?.kind, usual?.language, usual?.size]).toEqual(['registration', 'es', 'large'])
  expect([textOf(usual).includes(CARDS.dana), textOf(usual).includes('Dana Miller')]).toEqual([true, true])
  await setTo(desk, 'card_terms_lines', 'I bring it back|I pay for what is lost')
  const [own] = await make(desk, 'registration')
  expect(textOf(own).replaceAll('\n', ' ')).toContain('I pay for what is lost')
})
