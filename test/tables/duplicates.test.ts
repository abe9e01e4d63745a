/** Who is the same person, who is not: a table that a librarian can read. The patron there is, and what is typed. */
import { describe, expect, test } from 'vitest'
import { alike, type Identity } from '../../shared/patron/alike/duplicates.ts'

const ROBERT: Identity = {
  surname: 'Peterson',
  given: 'Robert',
  preferred_given: '',
  born_on: '1988-03-06',
  phone: '847-555-0123',
  email: 'robert.peterson@gmail.com',
  street: '412 N Maple Ct',
  postal_code: '60015',
}
const NOBODY = { phone: '', email: '', street: '', postal_code: '', preferred_given: '' }

function sure(typed: Partial<Identity>, known: Partial<Identity> = {}): string {
  const there = { ...ROBERT, ...known }
  const { surname, given, born_on } = there
  return alike({ ...NOBODY, surname, given, born_on, ...typed }, there).sure
}

describe('after last name, first name and birth date', () => {
  test.each<[string, Partial<Identity>, string]>([
    ['the same', {}, 'certain'],
    ['without capitals', { surname: 'PETERSON', given: 'robert' }, 'certain'],
    ['a nickname', { given: 'Bob' }, 'certain'],
    ['in Spanish', { given: 'Roberto' }, 'certain'],
    ['with a middle name', { given: 'Robert James' }, 'certain'],
    ['an initial', { given: 'R.' }, 'likely'],
    ['the surname by sound', { surname: 'Pedersen' }, 'certain'],
    ['a letter missing', { surname: 'Petrson' }, 'certain'],
    ['two letters swapped', { given: 'Robret' }, 'certain'],
    ['in each other’s fields', { surname: 'Robert', given: 'Peterson' }, 'certain'],
    ['in each other’s fields, a nickname', { surname: 'Bob', given: 'Peterson' }, 'likely'],
    ['day and month swapped', { born_on: '1988-06-03' }, 'likely'],
    ['two digits of the year swapped', { born_on: '1898-03-06' }, 'likely'],
    ['one digit other', { born_on: '1983-03-06' }, 'likely'],
    ['no birth date', { born_on: null }, 'no'],
    ['another birth date', { born_on: '1991-11-20' }, 'no'],
    ['another first name', { given: 'Daniel' }, 'no'],
    ['another last name', { surname: 'Novak' }, 'no'],
    ['a first name that looks like it', { given: 'Rupert' }, 'certain'],
  ])('%s: %j is %s', (_, typed, expected) => {
    expect(sure(typed)).toBe(expected)
  })
})

describe('with what else they have in common', () => {
  const married = { surname: 'Novak' }
  test.each<[string, Partial<Identity>, string]>([
    ['no birth date, the same phone', { born_on: null, phone: '(847) 555-0123' }, 'likely'],
    ['no birth date, the phone without its area', { born_on: null, phone: '555-0123' }, 'likely'],
    ['no birth date, the same house', { born_on: null, street: '412 Maple Court' }, 'likely'],
    ['no birth date, the same ZIP code alone', { born_on: null, postal_code: '60015' }, 'no'],
    ['an e-mail address with other dots', { born_on: null, email: 'robertpeterson+books@gmail.com' }, 'certain'],
    ['another last name, the same phone', { ...married, phone: '847-555-0123' }, 'likely'],
    [
      'another last name, the same house and ZIP code',
      { ...married, street: '412 Maple Ct', postal_code: '60015' },
      'likely',
    ],
    ['moved, with another phone', { street: '9 Elm St', phone: '312-555-0199', postal_code: '60601' }, 'certain'],
  ])('%s: %j is %s', (_, typed, expected) => {
    expect(sure(typed)).toBe(expected)
  })
})

describe('two people who share much', () => {
  const home = { phone: ROBERT.phone, email: ROBERT.email, street: ROBERT.street, postal_code: ROBERT.postal_code }
  test.each<[string, Partial<Identity>, Partial<Identity>]>([
    ['twins', { given: 'Daniel' }, {}],
    ['twins whose names look alike', { given: 'Erin' }, { given: 'Eric' }],
    ['twins whose names sound alike', { given: 'Jayden' }, { given: 'Aiden' }],
    ['twins, one letter apart', { given: 'Mario' }, { given: 'Maria' }],
    ['sisters called María', { given: 'María Luisa' }, { given: 'María José' }],
    ['father and son', { born_on: '1962-03-06' }, {}],
    ['senior and junior without birth dates', { given: 'Robert Jr', born_on: null }, { given: 'Robert Sr' }],
    ['husband and wife', { given: 'Karen', born_on: '1987-01-30' }, {}],
  ])('%s are two', (_, typed, known) => {
    expect(sure({ ...home, ...typed }, known)).toBe('no')
  })
})

describe('the same name written otherwise', () => {
  test.each([
    ['Núñez', 'José', 'Nunez', 'Jose'],
    ['García Márquez', 'Ana', 'Garcia', 'Ana'],
    ['García Márquez', 'Ana', 'Garcia-Marquez', 'Anna'],
    ['De la Cruz', 'Luis', 'Delacruz', 'Luis'],
    ['O’Brien', 'Siobhán', 'OBrien', 'Siobhan'],
    ['Иванов', 'Сергей', 'Ivanov', 'Sergei'],
    ['Шевченко', 'Олена', 'Shevchenko', 'Olena'],
    ['Παπαδόπουλος', 'Γιώργος', 'Papadopoulos', 'Giorgos'],
    ['حسن', 'محمد', 'Hassan', 'Mohammed'],
    ['כהן', 'דוד', 'Cohen', 'David'],
    ['منصور', 'ليلى', 'Mansour', 'Layla'],
    ['أحمد', 'يوسف', 'Ahmed', 'Youssef'],
    ['نصر', 'علي', 'Nasr', 'Ali'],
    ['حسن', 'عبد الله', 'Hassan', 'Abdullah'],
    ['פרידמן', 'יצחק', 'Friedman', 'Yitzhak'],
    ['גולדברג', 'רחל', 'Goldberg', 'Rachel'],
    ['רוזנברג', 'אורי', 'Rosenberg', 'Uri'],
    ['Lee', 'Ann', 'Lee Nagy', 'Ann'],
    ['Kim', 'Soo', 'Kim-Park', 'Soo'],
    ['Müller', 'Jürgen', 'Mueller', 'Juergen'],
    ['Öztürk', 'Ayşe', 'Ozturk', 'Ayse'],
    ['Smith', 'Catherine', 'Smyth', 'Kathryn'],
    ['Nguyễn', 'Thị', 'Nguyen', 'Thi'],
  ])('%s, %s is %s, %s', (surname, given, other, first) => {
    expect(['certain', 'likely']).toContain(sure({ surname: other, given: first }, { surname, given }))
  })

  test.each([
    ['حسن', 'علي', 'Hassan', 'Omar'],
    ['منصور', 'ليلى', 'Mansour', 'Huda'],
    ['כהן', 'משה', 'Cohen', 'David'],
    ['De la Cruz', 'Luis', 'De la Torre', 'Luis'],
  ])('%s, %s is not %s, %s', (surname, given, other, first) => {
    expect(sure({ surname: other, given: first }, { surname, given })).toBe('no')
  })
})

describe('what people in Illinois are called', () => {
  test.each([
    ['Eduardo', 'Lalo'],
    ['Ignacio', 'Nacho'],
    ['Roberto', 'Beto'],
    ['Alberto', 'Beto'],
    ['Isabel', 'Chabela'],
    ['Salvador', 'Chava'],
    ['Enrique', 'Quique'],
    ['Teresa', 'Tere'],
    ['Catalina', 'Cata'],
    ['Catherine', 'Cate'],
    ['Nancy', 'Nan'],
    ['Rajesh', 'Raj'],
    // In no table: the first letters of the name.
    ['Oluwaseun', 'Olu'],
    ['Subramanian', 'Subr'],
  ])('%s is called %s', (given, called) => {
    expect(sure({ given: called }, { given })).toBe('certain')
  })

  test.each([
    ['Eric', 'Erica'],
    ['Mario', 'Marion'],
    ['Dan', 'Dana'],
    ['Eli', 'Elise'],
    ['Eduardo', 'Nacho'],
  ])('twins called %s and %s are two', (given, called) => {
    const { phone, email, street, postal_code } = ROBERT
    expect(sure({ given: called, phone, email, street, postal_code }, { given })).toBe('no')
  })
})

describe('the first of two surnames beside the given names', () => {
  test.each([
    ['María', 'Peña López'],
    ['María Elena', 'Peña López'],
    ['María José', 'Peña López'],
  ])('%s | %s typed as María Peña | López', (given, surname) => {
    expect(sure({ given: 'María Peña', surname: 'López' }, { given, surname })).toBe('certain')
  })
})

describe('a name of another script that cannot be read into ours, born on the same day', () => {
  const [li, typed] = [
    { surname: '李', given: '明' },
    { surname: 'Li', given: 'Ming' },
  ]
  const { phone, street, postal_code } = ROBERT
  test.each<[string, Partial<Identity>, string]>([
    ['the same phone', { phone }, 'likely'],
    ['the same house', { street, postal_code }, 'likely'],
    ['phone and house', { phone, street, postal_code }, 'certain'],
    ['nothing else', {}, 'no'],
    ['phone and house, born on another day', { phone, street, postal_code, born_on: '1990-11-20' }, 'no'],
  ])('%s', (_, also, expected) => {
    expect(sure({ ...typed, ...also }, li)).toBe(expected)
    expect(sure({ ...li, ...also }, typed)).toBe(expected)
  })
})
