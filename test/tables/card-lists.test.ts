/**
 * Who is on which list of cards to look after, on Tuesday, November 24, 2026: a line for each patron, as a librarian
 * would tell of them. Cards of adults and children are checked each year, those of non-residents at each renewal.
 */
import { expect, test } from 'vitest'
import { must } from '../../shared/kernel/assert.ts'
import { CARD_LISTS, type CardList } from '../../shared/patron/lists/card-lists.ts'
import { cardDesk } from '../main/support/card-desk.ts'
import { pageFaults } from '../main/support/page-acts.ts'

type Told = {
  readonly category_code?: 'ADULT' | 'CHILD' | 'GUEST'
  readonly expires_on?: string
  readonly born_on?: string
  readonly guardian?: string
  readonly checked_on?: string
  readonly registered_on?: string
  readonly read_on?: string
  readonly is_closed?: true
  /** Mail came back on this day; empty: the library's data does not say when. */
  readonly mail_on?: string
  /** Up to which day that applies. */
  readonly mail_until_on?: string
  /** What the library's data calls it, each a block of its own. */
  readonly mail_kinds?: readonly string[]
}

const CHECKED = '2026-08-01'
const FAR = '2028-01-01'
const TWO = ['address', 'address-2']

const TABLE: readonly (readonly [string, Told, readonly CardList[]])[] = [
  ['Expires today', { expires_on: '2026-11-24' }, ['expiring']],
  ['Expired on the 1st', { expires_on: '2026-11-01' }, ['expiring']],
  ['Expires on the 30th', { expires_on: '2026-11-30' }, ['expiring']],
  ['Expired in October', { expires_on: '2026-10-31' }, []],
  ['Expires on December 1', { expires_on: '2026-12-01' }, ['expiring-next']],
  ['Expires on December 31', { expires_on: '2026-12-31' }, ['expiring-next']],
  ['Expires in January', { expires_on: '2027-01-01' }, []],
  ['Expires, and the account is closed', { expires_on: '2026-11-24', is_closed: true }, []],
  ['Was 18 in May, has a guardian', { born_on: '2008-05-04', guardian: 'Ana Ruiz' }, ['of-age']],
  ['Is 18 on the 30th, has a guardian', { born_on: '2008-11-30', guardian: 'Ana Ruiz' }, ['of-age']],
  ['Is 18 in December, has a guardian', { born_on: '2008-12-01', guardian: 'Ana Ruiz' }, []],
  ['Was 18 in May, has none', { born_on: '2008-05-04' }, []],
  ['Checked in August', {}, []],
  ['Checked a year ago today', { checked_on: '2025-11-24' }, ['address']],
  ['Checked a year ago tomorrow', { checked_on: '2025-11-25' }, []],
  ['Never checked', { checked_on: '' }, ['address']],
  ['Never checked, expired', { checked_on: '', expires_on: '2026-10-01' }, []],
  ['Never checked, no expiration', { checked_on: '', expires_on: '' }, ['address']],
  ['Never checked, a child', { checked_on: '', category_code: 'CHILD' }, ['address']],
  ['Never checked, asked at each renewal', { checked_on: '', category_code: 'GUEST' }, []],
  ['Mail came back in September', { mail_on: '2026-09-01' }, ['mail']],
  ['Mail came back in July, checked since', { mail_on: '2026-07-01' }, []],
  ['Mail came back some day, checked in August', { mail_on: '' }, []],
  ['Mail came back some day, checked in 2024', { mail_on: '', checked_on: '2024-01-01' }, ['mail', 'address']],
  ['Mail came back in September, to two addresses', { mail_on: '2026-09-01', mail_kinds: TWO }, ['mail']],
  ['Mail came back, in capitals', { mail_on: '2026-09-01', mail_kinds: ['ADDRESS'] }, ['mail']],
  ['Mail came back, until last week', { mail_on: '2026-09-01', mail_until_on: '2026-11-17' }, []],
  ['Mail came back, until today', { mail_on: '2026-09-01', mail_until_on: '2026-11-24' }, ['mail']],
  ['Mail came back, and the account is closed', { mail_on: '2026-09-01', is_closed: true }, []],
  ['Barred for another reason', { mail_on: '2026-09-01', mail_kinds: ['lost-book'] }, []],
  ['Registered here', { registered_on: '2026-11-20' }, ['registered']],
  ['Registered here and read', { registered_on: '2026-11-20', read_on: '2026-11-21' }, []],
  ['Registered here, while the clock was ahead', { registered_on: '2027-03-01' }, ['registered']],
]

const said = (text: string): string => (text === '' ? 'NULL' : `'${text}'`)

function rowOf([name, told]: (typeof TABLE)[number], at: number): readonly string[] {
  const { category_code = 'ADULT', expires_on = FAR, born_on = '', guardian = '', checked_on = CHECKED } = told
  const { registered_on = '', read_on = '', is_closed, mail_on, mail_until_on = '', mail_kinds = ['address'] } = told
  const id = 100 + at
  const external_id = registered_on === '' ? `p${id}` : `desk:K.1.${id}`
  return [
    `INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
      surname_key, given_key, born_on, expires_on, email, phone, guardian, language, is_barred, is_active,
      address_checked_on, registered_on, registration_checked_on)
      VALUES (${id}, '${external_id}', '${category_code}', 'MAPLE', '${name}', '', '', '', '', ${said(born_on)},
      ${said(expires_on)}, '', '', '${guardian}', '', 0, ${is_closed ? 0 : 1}, ${said(checked_on)},
      ${said(registered_on)}, ${said(read_on)})`,
    ...(mail_on === undefined
      ? []
      : mail_kinds.map(
          (kind, n) => `INSERT INTO patron_block
            VALUES (${id + n * 1000}, ${id}, '${kind}', ${said(mail_on)}, ${said(mail_until_on)}, '')`,
        )),
  ]
}

/** Rules of several standings: of one of them the addresses are checked each year. */
const MIXED = `UPDATE card_rule SET check_kind = 'never' WHERE rule_code = 'CHILD'`
const OTHER_STANDING = `INSERT INTO card_rule SELECT 'CHILD-2', category_code, 'non-resident', given_kind,
  age_count_min, age_count_max, is_guardian_required, ends_at_age_count, is_capped_at_home_card, renewal_from, 'yearly',
  identity_proofs_count, address_proofs_count, fee_kind, fee_cents, fee_bp, fee_free_below_age_count, 9
  FROM card_rule WHERE rule_code = 'CHILD'`

test.each([
  ['of one rule each', []],
  ['of which one has rules of two standings', [MIXED, OTHER_STANDING]],
])('who is on a list of addresses has the act that settles it, and nobody else: categories %s', async (_, rules) => {
  const desk = await cardDesk(false, ['DELETE FROM patron_block', ...rules, ...TABLE.flatMap(rowOf)])
  for (const [at, [name, , on]] of TABLE.entries()) {
    await desk.ok('desk.open-patron', { patron_id: 100 + at })
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
    const act = snapshot.page?.acts.find(
      ({ call }) => call.method === 'patron.check' && call.input['what'] === 'address',
    )
    expect([name, act !== undefined]).toEqual([name, on.includes('mail') || on.includes('address')])
    if (act) await desk.ok('patron.check', { commandId: desk.id(), what: 'address' })
  }
  for (const about of ['mail', 'address']) {
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'card-lists', about } })
    const [section] = snapshot.page?.sections ?? []
    const names = section?.kind === 'table' ? section.rows.map(({ cells }) => cells[0]?.text ?? '') : []
    expect(names.filter((name) => TABLE.some(([listed]) => listed === name))).toEqual([])
  }
})

test('each is on these lists and on no other, and each list says how long it is', async () => {
  const desk = await cardDesk(false, ['DELETE FROM patron_block', ...TABLE.flatMap(rowOf)])
  const names = new Set<string>(TABLE.map(([name]) => name))
  const found = new Map<string, CardList[]>()
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'card-lists', about: '' } })
  const [all] = snapshot.page?.sections ?? []
  const counts = all?.kind === 'table' ? all.rows.map(({ cells }) => Number(cells[1]?.text)) : []
  for (const [at, list] of CARD_LISTS.entries()) {
    const one = await desk.ok('desk.go', { page: { place: 'card-lists', about: list } })
    const [section] = one.snapshot.page?.sections ?? []
    const rows = section?.kind === 'table' ? section.rows : []
    expect(rows).toHaveLength(counts[at] ?? -1)
    for (const { cells } of rows) found.set(cells[0]?.text ?? '', [...(found.get(cells[0]?.text ?? '') ?? []), list])
    expect(pageFaults(must(one.snapshot.page, 'a list'))).toEqual([])
  }
  expect(TABLE.map(([name]) => [name, found.get(name) ?? []])).toEqual(TABLE.map(([name, , on]) => [name, on]))
  expect(names.size).toBe(TABLE.length)
})

test('a day of another year is said with its year', async () => {
  const desk = await cardDesk(false, ['DELETE FROM patron_block', ...TABLE.flatMap(rowOf)])
  const days = async (about: CardList): Promise<Readonly<Record<string, string>>> => {
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'card-lists', about } })
    const [section] = snapshot.page?.sections ?? []
    const rows = section?.kind === 'table' ? section.rows : []
    return Object.fromEntries(rows.map(({ cells }) => [cells[0]?.text ?? '', cells.at(-1)?.text ?? '']))
  }
  const [registered, mail] = [await days('registered'), await days('mail')]
  expect(registered['Registered here']).toBe('Fri, Nov 20')
  expect(registered['Registered here, while the clock was ahead']).toBe('Mon, Mar 1, 2027')
  expect(mail['Mail came back in September']).toBe('Tue, Sep 1')
})
