/** What the patron sees: tables that a librarian can read, and a search for anything that nobody else may read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { poleLines, poleText } from '../../../../shared/devices/display/pole-lines.ts'
import { patronView, patronViewSchema, type DisplayFacts } from '../../../../shared/devices/display/view.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import type { Language, Locale } from '../../../../shared/kernel/language.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { endOfDay, parseZoneName } from '../../../../shared/kernel/zone.ts'
import { DEFAULT_SETTINGS } from '../../../../shared/policy/library-settings.ts'
import { speechIn } from '../../../../shared/words/speech.ts'

const zone = must(parseZoneName('America/Chicago'), 'a zone')
const today = localDate('2026-11-24')
const speech = (language: Language, locale: Locale) => speechIn({ language, locale, zone, today })

const NOBODY: DisplayFacts = {
  is_open: true,
  is_practice: false,
  library_name: 'Maple Library',
  settings: DEFAULT_SETTINGS,
  name: '',
  due_cents: null,
  settled: null,
  out: [],
}
const set = (more: Partial<DisplayFacts['settings']>) => ({ settings: { ...DEFAULT_SETTINGS, ...more } })
const lent = (title: string, on: string, is_renewed = false) => {
  return { title, due_at_ms: endOfDay(localDate(on), zone), is_renewed }
}
const SIX = ['18', '18', '18', '18', '18', '18'].map((day) => lent('A title', `2026-12-${day}`))
const PAID = { kind: 'paid', given_cents: cents(2000), change_cents: cents(750) } as const
const EXACT = { kind: 'paid', given_cents: cents(1250), change_cents: cents(0) } as const
const BACK = { kind: 'paid-back', amount_cents: cents(800) } as const

type Case = readonly [string, Partial<DisplayFacts>, Language, Locale, string, string]

/** On a pole display: what is told, in which language and place, and the two lines. */
const CASES: readonly Case[] = [
  ['nobody is served', {}, 'en', 'en-US', '   Maple Library    ', '      Welcome       '],
  ['nobody is served', {}, 'es', 'es-US', '   Maple Library    ', '    Bienvenidos     '],
  ['nobody works here', { is_open: false }, 'en', 'en-US', '   Maple Library    ', '       Closed       '],
  [
    'the library has its own words',
    set({ display_welcome_lines: ['Story time', 'today at 4 PM'] }),
    'en',
    'en-US',
    '     Story time     ',
    '   today at 4 PM    ',
  ],
  [
    'and its own when closed',
    { is_open: false, ...set({ display_closed_lines: ['Please go to the desk at the entrance'] }) },
    'en',
    'en-US',
    '  Please go to the  ',
    '                    ',
  ],
  ['a fine is paid', { due_cents: cents(1250) }, 'en', 'en-US', 'Amount due    $12.50', '                    '],
  ['a fine is paid', { due_cents: cents(1250) }, 'es', 'en-US', 'A pagar       $12.50', '                    '],
  ['in London', { due_cents: cents(120_450) }, 'en', 'en-GB', '        GBP 1,204.50', '                    '],
  ['a note was given', { settled: PAID }, 'en', 'en-US', 'Given         $20.00', 'Change         $7.50'],
  ['a note was given', { settled: PAID }, 'es', 'en-US', 'Entregado     $20.00', 'Cambio         $7.50'],
  ['paid to the cent', { settled: EXACT }, 'en', 'en-US', 'Paid          $12.50', '     Thank you      '],
  ['money goes back', { settled: BACK }, 'en', 'en-US', 'Paid back      $8.00', '                    '],
  ['six books', { out: SIX }, 'en', 'en-US', 'Checked out        6', 'Due      Fri, Dec 18'],
  ['six books', { out: SIX }, 'es', 'es-US', 'Prestados          6', 'Vence vie, 18 de dic'],
  [
    'two dates',
    { out: [lent('A', '2026-12-15'), lent('B', '2026-12-01')] },
    'en',
    'en-US',
    'Checked out        2',
    'Due  from Tue, Dec 1',
  ],
  [
    'one is renewed',
    { out: [lent('A', '2026-12-15', true)] },
    'en',
    'en-US',
    'Renewed            1',
    'Due      Tue, Dec 15',
  ],
  [
    'practice',
    { is_practice: true, due_cents: cents(50) },
    'en',
    'en-US',
    '      TRAINING      ',
    'Amount due     $0.50',
  ],
]

describe('what a pole display shows', () => {
  test.each(CASES)('%s: %j, %s, %s', (_name, facts, language, locale, upper, lower) => {
    const view = patronView({ ...NOBODY, ...facts }, language, speech(language, locale))
    expect(patronViewSchema.parse(view)).toEqual(view)
    expect(poleLines(view)).toEqual([upper.padEnd(20), lower.padEnd(20)])
  })

  test('while a payment is put together its amount comes before what was checked out', () => {
    const facts = { ...NOBODY, out: SIX, due_cents: cents(1250), settled: PAID }
    expect(patronView(facts, 'en', speech('en', 'en-US')).scene).toBe('pay')
  })

  test('the due dates of the window are all there, from first to last', () => {
    const out = [lent('A', '2026-12-15'), lent('B', '2026-12-01', true)]
    const { lines } = patronView({ ...NOBODY, out }, 'en', speech('en', 'en-US'))
    expect(lines.map(({ label, value }) => `${label} ${value}`)).toEqual([
      'Renewed 1',
      'Checked out 1',
      'Due Tue, Dec 1 to Tue, Dec 15',
    ])
  })
})

describe('names and titles', () => {
  const facts = { ...NOBODY, name: 'Dana Miller', out: [lent('Educated', '2026-12-15')] }
  const shown = (more: Partial<DisplayFacts>): string =>
    JSON.stringify(patronView({ ...facts, ...more }, 'en', speech('en', 'en-US')))

  test.each([
    ['amounts', false, false],
    ['titles', true, false],
    ['titles-and-name', true, false],
  ] as const)('a check-out where the library shows %s', (display_shows, hasTitle, hasName) => {
    const text = shown(set({ display_shows }))
    expect([text.includes('Educated'), text.includes('Dana')]).toEqual([hasTitle, hasName])
  })

  test('the greeting has the name where the library says so, and no other', () => {
    expect(shown({ out: [], ...set({ display_shows: 'titles-and-name' }) })).toContain('Welcome, Dana Miller')
    expect(shown({ out: [], ...set({ display_shows: 'titles' }) })).not.toContain('Dana')
  })

  test('whatever a patron is called and reads, nothing of it is shown unless the library says so', () => {
    // Letters that no word of ours has, so that finding them is finding theirs.
    const secret = fc.string({ unit: fc.constantFrom('Ж', 'Ω', '私', 'ф'), minLength: 1, maxLength: 30 })
    const some = fc.record({
      name: secret,
      due_cents: fc.option(fc.integer({ min: 0, max: 99_999 }).map((amount) => cents(amount))),
      settled: fc.constantFrom(null, PAID, EXACT, BACK),
      is_open: fc.boolean(),
      out: fc.array(
        fc.record({ title: secret, due_at_ms: fc.constant(SIX[0]?.due_at_ms ?? 0), is_renewed: fc.boolean() }),
      ),
    })
    fc.assert(
      fc.property(some, fc.constantFrom<Language>('en', 'es'), (given, language) => {
        const view = patronView({ ...NOBODY, ...given }, language, speech(language, 'en-US'))
        expect(JSON.stringify([view, poleLines(view)])).not.toMatch(/[ЖΩ私ф]/u)
      }),
    )
  })
})

describe('letters that a pole display does not have', () => {
  test.each([
    ['Biblioteca Pública', 'Biblioteca Publica'],
    ['¿Préstamo?', 'Prestamo?'],
    ['Łódź, Straße, Ægir', 'Lodz, Strasse, AEgir'],
    ['“Quoted” — and ½', '"Quoted" - and 1/2'],
    ['£4.50', 'GBP 4.50'],
    ['東京 library', '?? library'],
    ['\u202eevil\u0000\u001b@', 'evil @'],
  ])('%j is %j', (text, said) => {
    expect(poleText(text)).toBe(said)
  })

  test('any text becomes letters from space to tilde', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(poleText(text)).toMatch(/^[\x20-\x7e]*$/)
      }),
    )
  })
})
