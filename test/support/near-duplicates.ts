/**
 * Made-up registrations beside a library's patrons, from a seed: people who are there already, typed as people type
 * (slips, nicknames, other scripts, married names), and people who only share a lot with one who is there (twins,
 * father and son, namesakes). Names, streets and towns are of a real system's sample data; the rest is drawn.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { seeded, type Seeded } from '../../bench/support/seeded.ts'
import type { Identity } from '../../shared/patron/alike/duplicates.ts'

/** `of`: the place of the patron whom it resembles. */
export type Registering = {
  readonly kind: string
  readonly isSame: boolean
  readonly of: number
  readonly typed: Identity
}

/** By our own hand, and not from the desk's table. */
const CALLED = (
  'Robert Bob,Robert Roberto,William Bill,William Guillermo,James Jim,James Jimmy,John Juan,John Jack,Michael Mike,' +
  'Michael Miguel,Joseph Joe,Joseph José,Charles Chuck,Charles Carlos,Thomas Tom,Elizabeth Liz,Elizabeth Betty,' +
  'Margaret Peggy,Margaret Margarita,Katherine Kathy,Katherine Catalina,Patricia Pat,Jennifer Jenny,Susan Sue,' +
  'Richard Dick,Richard Ricardo,Edward Ted,Edward Eduardo,Anthony Tony,Anthony Antonio,Alexander Alejandro,' +
  'Alexander Alex,Stephen Esteban,Daniel Danny,Matthew Mateo,Samuel Sam,Theodore Teddy,Barbara Barb,Deborah Debbie,' +
  'Christopher Chris,Victoria Vicky,Rebecca Becky,Andrew Andrés,Peter Pedro,Paul Pablo,Philip Felipe,Henry Enrique,' +
  'Lawrence Larry,Gerald Jerry,Ronald Ron,Kenneth Ken,Timothy Tim,Gregory Greg,Jeffrey Jeff,Joshua Josh,Nicholas Nick'
)
  .split(',')
  .map((pair) => pair.split(' '))

/** As in a passport of the other script, and as somebody in Illinois types it. */
const WRITTEN = (
  'Иванов Сергей Ivanov Sergey|Кузнецова Наталья Kuznetsova Natalia|Шевченко Олена Shevchenko Olena|' +
  'Попов Дмитрий Popov Dmitri|Соколов Юрий Sokolov Yuri|Михайлова Екатерина Mikhailova Ekaterina|' +
  'Papadopoulos Giorgos Παπαδόπουλος Γιώργος|Νικολάου Ελένη Nikolaou Eleni|حسن محمد Hassan Mohammed|' +
  'سليم كريم Salim Karim|Núñez José Nunez Jose|Müller Jürgen Mueller Juergen|Łukasik Małgorzata Lukasik Malgorzata|' +
  'Öztürk Ayşe Ozturk Ayse|Nguyễn Hương Nguyen Huong|Škoda Jiří Skoda Jiri|Björnsson Sigríður Bjornsson Sigridur|' +
  'Đặng Minh Dang Minh|Françoise Lévêque Francoise Leveque|Петренко Андрій Petrenko Andriy'
)
  .split('|')
  .map((row) => row.split(' '))

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

function slip(random: Seeded, text: string): string {
  const letters = Array.from(text)
  const at = 1 + random.whole(Math.max(1, letters.length - 1))
  const drawn = LETTERS.charAt(random.whole(LETTERS.length))
  const kind = random.whole(4)
  if (kind === 0) letters.splice(at, 1)
  else if (kind === 1) letters.splice(at, 0, drawn)
  else if (kind === 2) letters.splice(at, 1, drawn)
  else letters.splice(at - 1, 2, letters[at] ?? drawn, letters[at - 1] ?? '')
  return letters.join('')
}

function bornOn(random: Seeded): string {
  return `${1935 + random.whole(88)}-${pad(1 + random.whole(12))}-${pad(1 + random.whole(28))}`
}

/** A date somebody mistyped: two digits swapped, day and month swapped, or one digit other. */
function bornWrong(random: Seeded, born_on: string): string {
  const [year = '', month = '', day = ''] = born_on.split('-')
  if (Number(day) <= 12 && day !== month && random.chance(0.5)) return `${year}-${day}-${month}`
  const decade = (Number(year.charAt(2)) + 1) % 10
  const wrong = [
    `${year.slice(0, 2)}${year.charAt(3)}${year.charAt(2)}-${month}-${day}`,
    `${year.slice(0, 2)}${decade}${year.charAt(3)}-${month}-${day}`,
    `${year}-${month}-${pad(((Number(day) + 9) % 28) + 1)}`,
  ]
  return random.pick(wrong.filter((one) => one !== born_on))
}

function phoneOf(random: Seeded): string {
  return `847-${200 + random.whole(800)}-${String(random.whole(10_000)).padStart(4, '0')}`
}

function readCsv(folder: string, name: string): Record<string, string>[] {
  return parse<Record<string, string>>(readFileSync(join(folder, 'evergreen', name), 'utf8'), { columns: true })
}

/** Patrons of the sample data, and as many more of its names and streets. */
export function makePeople(folder: string, random: Seeded, count: number): Identity[] {
  const named = readCsv(folder, 'patrons.csv')
  const homes = readCsv(folder, 'patron_addresses.csv')
  const pick = (of: Record<string, string>[], column: string): string => random.pick(of)[column] ?? ''
  return Array.from({ length: count }, (_, at) => {
    const own = named[at] ?? null
    const written = at % 10 === 9 ? random.pick(WRITTEN) : null
    const called = at % 5 === 4 ? random.pick(CALLED) : null
    const middle = random.chance(0.3) ? ` ${pick(named, 'second_given_name')}`.trimEnd() : ''
    const surname = written?.[0] ?? own?.['family_name'] ?? pick(named, 'family_name')
    const given = written?.[1] ?? called?.[0] ?? own?.['first_given_name'] ?? pick(named, 'first_given_name')
    const street = `${1 + random.whole(4000)} ${pick(homes, 'street1').replace(/^\d+\s*/, '')}`
    return {
      surname,
      given: written ? given : `${given}${middle}`,
      preferred_given: '',
      born_on: random.chance(0.94) ? own?.['dob'] || bornOn(random) : null,
      phone: random.chance(0.8) ? phoneOf(random) : '',
      email: random.chance(0.6) ? `${surname.toLowerCase()}${random.whole(1e6)}@mail.example` : '',
      street,
      postal_code: pick(homes, 'post_code'),
    }
  })
}

type Change = (random: Seeded, who: Identity, people: readonly Identity[]) => Partial<Identity>

const SAME: Readonly<Record<string, Change>> = {
  'as before': () => ({}),
  'surname mistyped': (random, { surname }) => ({ surname: slip(random, surname) }),
  'first name mistyped': (random, { given }) => ({ given: slip(random, given) }),
  'both mistyped': (random, { surname, given }) => ({ surname: slip(random, surname), given: slip(random, given) }),
  'birth date mistyped': (random, { born_on }) => ({ born_on: born_on && bornWrong(random, born_on) }),
  'surname and birth date mistyped': (random, { surname, born_on }) => ({
    surname: slip(random, surname),
    born_on: born_on && bornWrong(random, born_on),
  }),
  'names swapped': (_random, { surname, given }) => ({ surname: given, given: surname }),
  'without a middle name': (_random, { given }) => ({ given: given.split(' ')[0] ?? '' }),
  nickname: (random, { given }) => {
    const forms = CALLED.filter(([whole]) => whole === given.split(' ')[0])
    return forms.length === 0 ? { given: given.charAt(0) } : { given: random.pick(forms)[1] ?? '' }
  },
  transliterated: (_random, { surname, given }) => {
    const other = WRITTEN.find(([last, first]) => last === surname && first === given)
    return other ? { surname: other[2] ?? '', given: other[3] ?? '' } : { surname: surname.toUpperCase() }
  },
  married: (random, _who, people) => ({ surname: random.pick(people).surname }),
  moved: (random, _who, people) => {
    const { street, postal_code } = random.pick(people)
    return { street, postal_code, phone: phoneOf(random) }
  },
  'without a birth date': () => ({ born_on: null }),
}

const OTHER: Readonly<Record<string, Change>> = {
  twin: (random, { given }, people) => ({ given: otherGiven(random, given, people) }),
  'brother or sister': (random, { given }, people) => ({
    given: otherGiven(random, given, people),
    born_on: bornOn(random),
  }),
  'father or son': (random, { born_on }) => {
    const [year, apart] = [Number(born_on?.slice(0, 4)), 18 + random.whole(22)]
    return { born_on: `${year > 1975 ? year - apart : year + apart}${bornOn(random).slice(4)}` }
  },
  'husband or wife': (random, { given }, people) => ({
    given: otherGiven(random, given, people),
    born_on: bornOn(random),
    preferred_given: '',
  }),
  namesake: (random, _who, people) => ({ ...elsewhere(random, people), born_on: bornOn(random) }),
  'born the same day': (random, { born_on }, people) => ({ ...random.pick(people), born_on }),
  'same surname, born the same day': (random, { given }, people) => ({
    ...elsewhere(random, people),
    given: otherGiven(random, given, people),
  }),
  'now in their house': (random, { street, postal_code }, people) => ({
    ...random.pick(people),
    street,
    postal_code,
  }),
}

function elsewhere(random: Seeded, people: readonly Identity[]): Partial<Identity> {
  const { street, postal_code } = random.pick(people)
  return { street, postal_code, phone: phoneOf(random), email: '' }
}

/** The given name of another patron: nobody calls twins by one. */
function otherGiven(random: Seeded, given: string, people: readonly Identity[]): string {
  const [own = ''] = given.split(' ')
  for (;;) {
    const other = random.pick(people).given.split(' ')[0] ?? ''
    if (other !== own && other !== '') return other
  }
}

/** What a form of today tells of what a record of ten years ago does. */
function withGaps(random: Seeded, typed: Identity, kind: string): Identity {
  const isNeeded = kind === 'married' || kind === 'without a birth date'
  if (isNeeded) return typed
  return {
    ...typed,
    phone: random.chance(0.75) ? typed.phone : '',
    email: random.chance(0.75) ? typed.email : '',
    street: random.chance(0.9) ? typed.street : '',
  }
}

/** Whom a change says nothing of, such as a married name of a patron without birth date or phone, is passed over. */
function isTelling(kind: string, who: Identity): boolean {
  if (kind === 'without a birth date') return who.phone !== '' || who.email !== ''
  if (kind === 'married') return who.born_on !== null && (who.phone !== '' || who.email !== '')
  if (kind === 'moved' || kind === 'namesake' || kind === 'father or son') return who.born_on !== null
  return !(kind === 'twin' || kind.includes('day')) || who.born_on !== null
}

/** @returns `count` registrations, three of four of them of people who are there */
export function makeRegistering(people: readonly Identity[], seed: number, count: number): Registering[] {
  const random = seeded(seed)
  const made: Registering[] = []
  while (made.length < count) {
    const isSame = made.length % 4 !== 3
    const [kind, change] = random.pick(Object.entries(isSame ? SAME : OTHER))
    const of = random.whole(people.length)
    const who = people[of]
    if (!who || !isTelling(kind, who)) continue
    made.push({ kind, isSame, of, typed: withGaps(random, { ...who, ...change(random, who, people) }, kind) })
  }
  return made
}
