/**
 * Another generator of registrations than test/support/near-duplicates.ts: its names, nicknames and ways to differ were
 * written down without the desk's tables, by what Illinois desks meet. `same`: the person is there; else somebody else.
 */
import type { Seeded } from '../../../../bench/support/seeded.ts'
import type { Identity } from '../../../../shared/patron/alike/duplicates.ts'

/** A given name, and what its bearer writes at the desk. */
const SHORT = (
  'Guadalupe Lupita,Rosario Chayo,Consuelo Chelo,Francisco Kiko,José Chepe,Mercedes Merche,Dolores Loli,Pilar Pili,' +
  'Encarnación Encarna,Gregorio Goyo,Rodolfo Fito,Rafael Rafa,Fernando Nando,Gustavo Tavo,Santiago Chago,' +
  'Sebastián Sebas,Maximiliano Maxi,Cristina Cris,Alicia Licha,Beatriz Bety,Eduardo Edu,Guillermo Guille,' +
  'Vicente Chente,Ernesto Neto,Antonio Toño,Ignacio Nachito,Alejandra Ale,Leticia Lety,Graciela Chela,Manuel Manolo,' +
  'Katarzyna Kasia,Małgorzata Gosia,Agnieszka Aga,Tomasz Tomek,Stanisław Staszek,Zbigniew Zbyszek,Joanna Asia,' +
  'Barbara Basia,Jan Janek,Wojciech Wojtek,Eleanor Nora,Augustus Gus,Archibald Archie,Winifred Winnie,' +
  'Henrietta Etta,Millicent Millie,Thaddeus Tad,Percival Percy,Philippa Pippa,Josephine Jo,Cornelius Neil,' +
  'Venkatesh Venky,Krishnamurthy Krish,Priyanka Priya,Subramaniam Subbu,Siddharth Sid,Aleksander Olek,' +
  'Yevgenia Zhenya,Vladimir Volodya,Nikolai Kolya,Mikhail Misha,Konstantin Kostya,Oluwaseun Seun,Oluwafemi Femi,' +
  'Temitope Tope,Chukwuemeka Emeka,Bartholomew Bart,Rosalind Roz,Harriet Hattie,Leonard Len,Wilhelmina Mina'
)
  .split(',')
  .map((pair) => pair.split(' ') as [string, string])

/** Likewise, written down after the table and the comparison were finished: nothing was changed for them. */
const HELD_OUT = (
  'Concepción Conchi,Asunción Asun,Inmaculada Inma,Milagros Mila,Remedios Reme,Soledad Sole,Ascensión Chon,' +
  'Emiliano Emi,Valentín Vale,Esperanza Espe,Trinidad Trini,Hermenegildo Gildo,Bernarda Berna,Elżbieta Ela,' +
  'Magdalena Magda,Bronisława Bronia,Kazimierz Kazik,Mieczysław Mietek,Ryszard Rysiek,Bożena Bożenka,' +
  'Ramakrishnan Ram,Gopalakrishnan Gopal,Meenakshi Meenu,Aishwarya Aishu,Harpreet Harry,Manpreet Mani,' +
  'Oluwatobi Tobi,Oluwakemi Kemi,Adebayo Bayo,Ifeoma Ify,Anastasios Tasos,Panagiotis Panos,Athanasios Thanos,' +
  'Evangelos Vangelis,Lyudmila Lyuda,Svetlana Sveta,Valentina Valya,Clementine Clemmie,Algernon Algie,' +
  'Montgomery Monty,Cordelia Delia,Sylvester Sly,Emmanuel Manny,Ezekiel Zeke,Obadiah Obie,Jedidiah Jed,Tobias Toby,' +
  'Mathilda Tilly,Wilfred Wilf,Roderick Roddy'
)
  .split(',')
  .map((pair) => pair.split(' ') as [string, string])
const CALLED = [...SHORT, ...HELD_OUT]

const SURNAMES = (
  'Abernathy,Achebe,Adeyemi,Aguilar,Bielski,Bhattacharya,Castañeda,Chaudhry,Czarnecki,De la Cruz,Dombrowski,' +
  'Eberhardt,Fitzgerald,Galván,Gutiérrez,Hakimi,Hofmeister,Iyer,Jankowski,Kowalczyk,Krishnan,Lachowicz,' +
  'Llewellyn,MacDonald,Majewski,Mc Carthy,Montoya,Nakamura,Nguyen,O’Brien,Okonkwo,Ostrowski,Pacheco,Petrosyan,' +
  'Quiñones,Rasmussen,Rzepka,Saldívar,Schreiber,Szymański,Tchaikovsky,Tran,Ugarte,Valadez,Van der Berg,' +
  'Villaseñor,Wawrzyniak,Whitaker,Xiong,Ybarra,Yilmaz,Zamora,Zielinski'
).split(',')
/** As it is heard, and written down. */
const HEARD = (
  'Schreiber Shriber,Kowalczyk Kowalchik,Jankowski Yankowski,Nguyen Nguyin,Whitaker Whittaker,Rasmussen Rasmusen,' +
  'Zielinski Zelinski,Hofmeister Hoffmeister,Okonkwo Okonkwa,Aguilar Aguiler,Czarnecki Charnecki,Ybarra Ibarra,' +
  'Fitzgerald Fitzgeralld,Pacheco Pachecko,Dombrowski Dambrowski,Montoya Montoia,Eberhardt Eberhart,Iyer Ayer'
)
  .split(',')
  .map((pair) => pair.split(' ') as [string, string])
const STREETS =
  'Greenwood Avenue,Wilmot Road,North Sheridan Road,Saint Johns Place,Deerfield Parkway,Oak Terrace'.split(',')
const ABBREVIATED = 'Greenwood Av,Wilmot Rd.,N Sheridan Rd,St. Johns Pl,Deerfield Pkwy,Oak Ter'.split(',')
const SCRIPTS =
  '王 小明 Wang Xiaoming,김 민준 Kim Minjun,佐藤 花子 Sato Hanako,Łuczak Żaneta Luczak Zaneta,Ивaнчук Ольга Ivanchuk Olha'
    .split(',')
    .map((row) => row.split(' '))

const two = (figure: number): string => String(figure).padStart(2, '0')
const born = (random: Seeded, from = 1940, years = 75): string =>
  `${from + random.whole(years)}-${two(1 + random.whole(12))}-${two(1 + random.whole(28))}`
const phone = (random: Seeded): string =>
  `224-${200 + random.whole(800)}-${String(random.whole(10_000)).padStart(4, '0')}`

export function makeRegulars(random: Seeded, count: number): Identity[] {
  return Array.from({ length: count }, (_, at) => {
    const [given] = random.pick(CALLED)
    const second = random.chance(0.25) ? ` ${random.pick(CALLED)[0]}` : ''
    const surname = random.chance(0.15) ? `${random.pick(SURNAMES)}-${random.pick(SURNAMES)}` : random.pick(SURNAMES)
    const scripted = at % 25 === 24 ? random.pick(SCRIPTS) : null
    return {
      surname: scripted?.[0] ?? surname,
      given: scripted?.[1] ?? `${given}${second}`,
      preferred_given: '',
      born_on: born(random),
      phone: phone(random),
      email: `reader${random.whole(1e7)}@post.example`,
      street: `${1 + random.whole(3000)} ${random.pick(STREETS)}`,
      postal_code: `60${String(random.whole(60)).padStart(3, '0')}`,
    }
  })
}

type Change = (random: Seeded, who: Identity, people: readonly Identity[]) => Partial<Identity>

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L')
const doubled = (random: Seeded, text: string): string => {
  const at = 1 + random.whole(Math.max(1, text.length - 1))
  return text.slice(0, at) + (text[at] ?? text.at(-1) ?? '') + text.slice(at)
}
const short = ({ given }: Identity, among = SHORT): string =>
  among.find(([whole]) => whole === given.split(' ')[0])?.[1] ?? given

export const SAME_AGAIN: Readonly<Record<string, Change>> = {
  'called by a short name': (_random, who) => ({ given: short(who) }),
  'called by a short name of the held-out list': (_random, who) => ({ given: short(who, HELD_OUT) }),
  'short name, moved, new phone': (random, who) => ({
    given: short(who),
    street: `${1 + random.whole(3000)} Elsewhere Ct`,
    phone: phone(random),
    postal_code: '61820',
  }),
  'one half of a double surname': (random, { surname }) => ({ surname: random.pick(surname.split('-')) }),
  'a second surname added': (random, { surname }) => ({ surname: `${surname} ${random.pick(SURNAMES)}` }),
  'the second given name alone': (_random, { given }) => ({ given: given.split(' ')[1] ?? given }),
  'an initial for the first name': (_random, { given }) => ({ given: `${given.charAt(0)}.` }),
  'capitals, no accents': (_random, { surname, given }) => ({
    surname: plain(surname).toUpperCase(),
    given: plain(given).toUpperCase(),
  }),
  'day and month swapped, new phone': (random, { born_on }) => {
    const [year = '', month = '', day = ''] = (born_on ?? '').split('-')
    return { born_on: Number(day) <= 12 ? `${year}-${day}-${month}` : born_on, phone: phone(random) }
  },
  'year off by one': (_random, { born_on }) => ({
    born_on: `${Number(born_on?.slice(0, 4)) + 1}${born_on?.slice(4) ?? ''}`,
  }),
  'moved, same e-mail': (random) => ({
    street: `${1 + random.whole(999)} New Way`,
    phone: phone(random),
    postal_code: '62701',
  }),
  'no birth date, no e-mail': () => ({ born_on: null, email: '' }),
  'street in short, with an apartment': (random, { street }) => {
    const at = STREETS.findIndex((name) => street.endsWith(name))
    const number = street.split(' ')[0] ?? ''
    return { street: `${number} ${ABBREVIATED[at] ?? ''} Apt ${1 + random.whole(9)}`, born_on: null }
  },
  'spaces and marks of a surname': (_random, { surname }) => ({ surname: surname.replace(/[ ’'-]/g, '') }),
  'surname as it is heard': (random, { surname }) => ({
    surname: HEARD.find(([own]) => own === surname)?.[1] ?? doubled(random, surname),
  }),
  'letters doubled in both names': (random, { surname, given }) => ({
    surname: doubled(random, surname),
    given: doubled(random, given),
  }),
  'family name last': (_random, { surname, given }) => ({ surname: given, given: surname }),
  'Jr behind the surname': (_random, { surname }) => ({ surname: `${surname} Jr.` }),
  'in Latin letters': (_random, { surname, given }) => {
    const found = SCRIPTS.find((row) => row[0] === surname && row[1] === given)
    return found ? { surname: found[2] ?? '', given: found[3] ?? '' } : {}
  },
  'name and date alone': () => ({ phone: '', email: '', street: '', postal_code: '' }),
}

const otherGiven = (random: Seeded, { given }: Identity): string => {
  for (;;) {
    const [name] = random.pick(CALLED)
    if (name.slice(0, 2) !== given.slice(0, 2)) return name
  }
}

export const SOMEBODY_ELSE: Readonly<Record<string, Change>> = {
  twin: (random, who) => ({ given: otherGiven(random, who), email: '' }),
  'sister or brother': (random, who) => ({ given: otherGiven(random, who), born_on: born(random), email: '' }),
  'parent of the same name': (random, who) => ({
    born_on: born(random, 1901, 20),
    email: '',
    phone: phone(random),
    surname: `${who.surname} Sr`,
  }),
  'wife or husband': (random, who, people) => ({
    given: otherGiven(random, who),
    surname: random.pick(people).surname,
    born_on: born(random),
    email: '',
  }),
  roommate: (random, _who, people) => ({
    ...random.pick(people),
    street: _who.street,
    postal_code: _who.postal_code,
    email: '',
    phone: phone(random),
  }),
  'tenant with the old phone': (random, who, people) => {
    const { surname } = random.pick(people)
    return { surname, given: otherGiven(random, who), born_on: born(random), email: '' }
  },
  namesake: (random, { born_on }) => ({
    born_on: `${Number(born_on?.slice(0, 4)) + 7}-${two(1 + random.whole(12))}-${two(1 + random.whole(28))}`,
    phone: phone(random),
    email: `other${random.whole(1e7)}@post.example`,
    street: `${1 + random.whole(3000)} Far Lane`,
    postal_code: '60601',
  }),
  'born the same day, same surname': (random, who) => ({
    given: otherGiven(random, who),
    phone: phone(random),
    email: '',
    street: `${1 + random.whole(3000)} Far Lane`,
    postal_code: '60601',
  }),
}

export type Again = { readonly kind: string; readonly of: number; readonly typed: Identity }

/** As many of each kind; a change that changes nothing is left out, but for what is left out on purpose. */
export function typedAgain(
  random: Seeded,
  people: readonly Identity[],
  kinds: Readonly<Record<string, Change>>,
  each: number,
): readonly Again[] {
  return Object.entries(kinds).flatMap(([kind, change]) => {
    const made: Again[] = []
    while (made.length < each) {
      const of = random.whole(people.length)
      const who = people[of]
      if (!who) continue
      const typed = { ...who, ...change(random, who, people) }
      if (JSON.stringify(typed) !== JSON.stringify(who)) made.push({ kind, of, typed })
    }
    return made
  })
}
