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
}

const CHECKED = '2026-08-01'
const FAR = '2028-01-01'

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
  ['Registered here', { registered_on: '2026-11-20' }, ['registered']],
  ['Registered here and read', { registered_on: '2026-11-20', read_on: '2026-11-21' }, []],
]

const said = (text: string): string => (text === '' ? 'NULL' : `'${text}'`)

function rowOf([name, told]: (typeof TABLE)[number], at: number): readonly string[] {
  const { category_code = 'ADULT', expires_on = FAR, born_on = '', guardian = '', checked_on = CHECKED } = told
  const { registered_on = '', read_on = '', is_closed, mail_on } = told
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
      : [`INSERT INTO patron_block VALUES (${id}, ${id}, 'address', ${said(mail_on)}, NULL, '')`]),
  ]
}

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
