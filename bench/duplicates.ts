/** Looks for duplicates while the form of a new patron is filled in, among 500,000 patrons: from the third field on. */
import { ALIKE_SHOWN_MAX } from '../main/desk/patrons/alike-shown.ts'
import { patronsAlike } from '../main/search/alike-patrons.ts'
import { openStore } from '../main/store/store.ts'
import type { Identity } from '../shared/patron/alike/duplicates.ts'
import { KEY } from './support/bench-desk.ts'
import { countText, msText, quantile, spreadText, type Figure } from './support/figures.ts'
import { copyLibrary, libraryFolder } from './support/made-library.ts'
import { givenOf, makeNames, seeded, surnameOf, type Names, type Seeded } from './support/seeded.ts'
import { withPeople, type Size } from './support/sizes.ts'

const MS_MAX = 40

function newPerson(random: Seeded, names: Names): Identity {
  const local = String(random.whole(10_000_000)).padStart(7, '0')
  return {
    surname: surnameOf(random, names),
    given: givenOf(random, names),
    preferred_given: '',
    born_on: `${1935 + random.whole(85)}-0${1 + random.whole(9)}-1${random.whole(10)}`,
    postal_code: `600${10 + random.whole(89)}`,
    street: `${1 + random.whole(2000)} ${random.skewed(names.surnames, 50)} Street`,
    phone: `847-${local.slice(0, 3)}-${local.slice(3)}`,
    email: `p${1 + random.whole(500_000)}@library.example`,
  }
}

/** The form as it is after its third field, its fourth and so on. */
function stepsOf(whole: Identity): readonly Identity[] {
  const third = { ...whole, postal_code: '', street: '', phone: '', email: '' }
  const fourth = { ...third, postal_code: whole.postal_code }
  const fifth = { ...fourth, street: whole.street }
  return [third, fourth, fifth, { ...fifth, phone: whole.phone }, whole]
}

export function benchDuplicates(of: Size): Figure[] {
  const size = withPeople(of)
  libraryFolder(size)
  const store = openStore(copyLibrary(size, 'alike'), KEY)
  try {
    const random = seeded(93)
    const names = makeNames(seeded(20_261_124))
    const typed = (): Identity[] => [...stepsOf(newPerson(random, names))]
    for (let n = 0; n < size.typed / 4; n += 1)
      for (const one of typed()) patronsAlike(store.read.db, one, ALIKE_SHOWN_MAX)
    const ms: number[] = []
    for (let n = 0; n < size.typed; n += 1) {
      for (const one of typed()) {
        const began = performance.now()
        patronsAlike(store.read.db, one, ALIKE_SHOWN_MAX)
        ms.push(performance.now() - began)
      }
    }
    const p95 = quantile(ms, 0.95)
    return [
      {
        what: `Possible duplicates among ${countText(size.patrons)} patrons while a form is filled in, p95`,
        measured: msText(p95),
        target: `under ${MS_MAX} ms`,
        isMet: p95 < MS_MAX,
        beside: `p50 / p95 / p99: ${spreadText(ms)}; ${countText(ms.length)} searches, from the third field on`,
      },
    ]
  } finally {
    store.close()
  }
}
