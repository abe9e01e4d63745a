/** Who is a patron already, found among the keys of a real file: 2,000 registrations from a seed. */
import { expect, test } from 'vitest'
import { makeMissingKeys } from '../../../../main/store/patrons/patron-keys.ts'
import { patronsAlike } from '../../../../main/search/alike-patrons.ts'
import { ALIKE_SHOWN_MAX } from '../../../../main/desk/patrons/alike-shown.ts'
import { openStore, type Store } from '../../../../main/store/store.ts'
import { nameKey } from '../../../../shared/catalog/fold.ts'
import type { Identity } from '../../../../shared/patron/alike/duplicates.ts'
import { seeded } from '../../../../bench/support/seeded.ts'
import { makePeople, makeRegistering, type Registering } from '../../../support/near-duplicates.ts'
import { makeRegulars, SAME_AGAIN, SOMEBODY_ELSE, typedAgain } from './typed-again.ts'
import { describeWithSharedData } from '../../../support/shared-data.ts'
import { KEY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'

const PEOPLE = 4_000
const REGISTERING = 2_000

/** A file with these people, as from before there were keys. */
function storeOf(people: readonly Identity[]): Store {
  const store = openStore(testFolder(), KEY)
  const { db } = store.reference
  db.transaction(() => {
    db.exec(`INSERT INTO branch VALUES ('MAIN', 'Main', 'America/Chicago')`)
    db.exec(`INSERT INTO patron_category VALUES ('ADULT', 'Adult', 50, 1000, NULL, 36, 0, NULL, NULL, NULL, NULL)`)
    const patron = db.prepare(`INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given,
      preferred_given, surname_key, given_key, born_on, email, phone, guardian, language, is_barred, is_active)
      VALUES (?, ?, 'ADULT', 'MAIN', ?, ?, '', ?, ?, ?, ?, ?, '', '', 0, 1)`)
    const address = db.prepare(`INSERT INTO patron_address (patron_id, kind, street, city, region, postal_code)
      VALUES (?, 'home', ?, '', '', ?)`)
    const card = db.prepare(`INSERT INTO card VALUES (?, ?, 'current')`)
    for (const [at, one] of people.entries()) {
      const { surname, given, born_on, email, phone, street, postal_code } = one
      patron.run(at + 1, `p${at}`, surname, given, nameKey(surname), nameKey(given), born_on, email, phone)
      address.run(at + 1, street, postal_code)
      card.run(`21234${at}`, at + 1)
    }
  })()
  makeMissingKeys(store.reference)
  return store
}

type Shares = { readonly share: number; readonly by: Readonly<Record<string, string>>; readonly strangers: number }

/** How many are shown with the patron whom they resemble, all in all and of each kind; and with how many others. */
function sharesOf(store: Store, some: readonly Pick<Registering, 'kind' | 'of' | 'typed'>[]): Shares {
  const by = new Map<string, readonly boolean[]>()
  let strangers = 0
  for (const { kind, of, typed } of some) {
    const shown = patronsAlike(store.read.db, typed, ALIKE_SHOWN_MAX).map(({ patron_id }) => patron_id - 1)
    strangers += shown.filter((at) => at !== of).length
    by.set(kind, [...(by.get(kind) ?? []), shown.includes(of)])
  }
  const isShown = [...by.values()].flat()
  const counted = [...by].map(([kind, all]) => [kind, `${all.filter(Boolean).length} of ${all.length}`] as const)
  return {
    share: isShown.filter(Boolean).length / isShown.length,
    by: Object.fromEntries(counted),
    strangers: strangers / some.length,
  }
}

describeWithSharedData('duplicates', (folder) => {
  test.each([20_261_128, 7])('seed %i: at least 97 in 100 of them are shown, at most 2 of the others', (seed) => {
    const people = makePeople(folder, seeded(seed), PEOPLE)
    const store = storeOf(people)
    try {
      const all = makeRegistering(people, seed, REGISTERING)
      const [same, others] = [all.filter((one) => one.isSame), all.filter((one) => !one.isSame)]
      expect([same.length, others.length]).toEqual([1500, 500])
      const [shown, told_apart] = [sharesOf(store, same), sharesOf(store, others)]
      expect(shown.share, JSON.stringify(shown)).toBeGreaterThanOrEqual(0.97)
      expect(told_apart.share, JSON.stringify(told_apart)).toBeLessThanOrEqual(0.02)
      // People of the same library who only look alike by chance.
      expect(shown.strangers, JSON.stringify(shown)).toBeLessThanOrEqual(0.02)
    } finally {
      store.close()
    }
  })
})

test.each([3, 11])('by another generator, seed %i: at least 97 in 100 are shown, at most 2 of the others', (seed) => {
  const people = makeRegulars(seeded(seed), 5_000)
  const store = storeOf(people)
  try {
    const shown = sharesOf(store, typedAgain(seeded(seed + 1), people, SAME_AGAIN, 100))
    const others = sharesOf(store, typedAgain(seeded(seed + 2), people, SOMEBODY_ELSE, 100))
    expect(shown.share, JSON.stringify(shown)).toBeGreaterThanOrEqual(0.97)
    expect(others.share, JSON.stringify(others)).toBeLessThanOrEqual(0.02)
    expect(shown.strangers, JSON.stringify(shown)).toBeLessThanOrEqual(0.02)
  } finally {
    store.close()
  }
})
