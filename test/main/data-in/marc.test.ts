/** MARC records as titles and items: punctuation, character sets, mappings, malformed files, and real ones. */
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeWithSharedData } from '../../support/shared-data.ts'
import { all, BASE, counts, emptyReference, everything, folderOf, one, reasons, takeIn } from './importing.ts'
import { iso2709, type Field } from './made-marc.ts'

const DUNE: readonly Field[] = [
  ['001', 'b1'],
  ['008', '650101s1965    xxu           000 1 eng d'],
  ['020', '  $a0441172717 (pbk.) :$c$4.95'.replace('$4', '4')],
  ['100', '1 $aHerbert, Frank.'],
  ['245', '10$aDune :$ba novel /$cFrank Herbert.'],
  ['260', '  $aPhiladelphia :$bChilton Books,$cc1965.'],
]

describe('a MARC record becomes a title', () => {
  test('punctuation trimmed, the ISBN of thirteen digits, format from the leader, language from 008', async () => {
    const { db } = await takeIn(folderOf({ 'a.mrc': iso2709(DUNE) }))
    expect(all(db, 'SELECT external_id, title, author, isbn, publisher, year, format, language FROM title')).toEqual([
      {
        external_id: 'b1',
        title: 'Dune : a novel',
        author: 'Herbert, Frank',
        isbn: '9780441172719',
        publisher: 'Chilton Books',
        year: '1965',
        format: 'book',
        language: 'eng',
      },
    ])
  })

  const titles: readonly (readonly [field: string, title: string, key: string])[] = [
    [
      '14$aThe hobbit, or, There and back again /$cTolkien.',
      'The hobbit, or, There and back again',
      'hobbit or there and back again',
    ],
    ['00$aOpen GIS$h[electronic resource] :$ba guide.', 'Open GIS : a guide', 'open gis a guide'],
    [
      '10$aHenry IV.$nPart 2,$pThe crown =$bLa couronne.',
      'Henry IV. Part 2, The crown = La couronne',
      'henry iv part 2 the crown la couronne',
    ],
    ['10$aWho am I? /$cSam Smith, Jr.', 'Who am I?', 'who am i'],
    ['10$aLife with J. R.', 'Life with J. R.', 'life with j r'],
    ['10$aAnd so on ...', 'And so on ...', 'and so on'],
  ]
  test.each(titles)('%s', async (field, title, key) => {
    const { db } = await takeIn(
      folderOf({
        'a.mrc': iso2709([
          ['001', '1'],
          ['245', field],
        ]),
      }),
    )
    expect(all(db, 'SELECT title, title_key FROM title')).toEqual([{ title, title_key: key }])
  })

  const authors: readonly (readonly [what: string, fields: readonly Field[], author: string])[] = [
    ['a person keeps an initial’s full stop', [['100', '1 $aKing, Stephen J.,$d1947-']], 'King, Stephen J.'],
    ['a corporate author', [['110', '2 $aNew York (N.Y.).$bParks Department.']], 'New York (N.Y.). Parks Department'],
    ['an added entry when there is no main one', [['700', '1 $aLee, Ang.']], 'Lee, Ang'],
    ['none', [], ''],
  ]
  test.each(authors)('author: %s', async (_what, fields, author) => {
    const { db } = await takeIn(folderOf({ 'a.mrc': iso2709([['001', '1'], ['245', '10$aX'], ...fields]) }))
    expect(one(db, 'SELECT author FROM title')).toBe(author)
  })

  test('264 of the publisher wins over that of the copyright', async () => {
    const fields: readonly Field[] = [
      ['001', '1'],
      ['245', '10$aX'],
      ['264', ' 4$c©2019'],
      ['264', ' 1$aLondon :$bFaber,$c[2020]'],
    ]
    const { db } = await takeIn(folderOf({ 'a.mrc': iso2709(fields) }))
    expect(all(db, 'SELECT publisher, year FROM title')).toEqual([{ publisher: 'Faber', year: '2020' }])
  })
})

describe('character sets', () => {
  // In MARC-8 an accent stands before its letter: E2 is acute, E8 the umlaut, B1 the small l with stroke.
  const marc8: readonly Field[] = [
    ['001', '1'],
    ['245', '10$aCaf\u00e2e \u00e8Uber Wa\u00b1\u00e2esa, \u001b(3\u0047\u001b(B, 1\u001bp2\u001bs3 &#x20AC;'],
  ]

  test('MARC-8: accents, Arabic by escape sequence, subscripts, and entities', async () => {
    const { db, report } = await takeIn(folderOf({ 'a.mrc': iso2709(marc8, ' ') }))
    expect(one(db, 'SELECT title FROM title')).toBe('Café Über Wałésa, ا, 1²3 €'.replace('ا', '\u0627'))
    expect(report).toEqual([])
  })

  test('a record that says MARC-8 and is UTF-8 is read as UTF-8, and told; and the other way round', async () => {
    const lying = iso2709([
      ['001', '1'],
      ['245', '10$aGarôta'],
    ])
    lying[9] = 0x20
    const other = iso2709(
      [
        ['001', '2'],
        ['245', '10$aGar\u00e3ota'],
      ],
      ' ',
    )
    other[9] = 0x61
    const { db, report } = await takeIn(folderOf({ 'a.mrc': Buffer.concat([lying, other]) }))
    expect(all(db, 'SELECT title FROM title ORDER BY external_id')).toEqual([{ title: 'Garôta' }, { title: 'Garôta' }])
    expect(reasons(report, 'a.mrc', 'taken, changed')).toEqual([
      '1 leader: the leader says MARC-8, but the record is in UTF-8 and was read so',
      '2 leader: the leader says UTF-8, but the record is in MARC-8 and was read so',
    ])
  })

  test('a byte that no set knows becomes a visible mark, and is counted', async () => {
    const { db, report } = await takeIn(
      folderOf({
        'a.mrc': iso2709(
          [
            ['001', '1'],
            ['245', '10$aA\u00ffB'],
          ],
          ' ',
        ),
      }),
    )
    expect(one(db, 'SELECT title FROM title')).toBe('A\ufffdB')
    expect(report[0]).toMatchObject({ reason: '1 characters are not in a known character set and became \ufffd' })
  })
})

describe('malformed MARC', () => {
  const good = iso2709(DUNE)
  const second = iso2709([
    ['001', 'b2'],
    ['245', '10$aEmma'],
  ])
  const files: readonly (readonly [
    what: string,
    name: string,
    content: Buffer | string,
    line: string,
    reason: RegExp,
  ])[] = [
    ['cut short', 'a.mrc', Buffer.concat([good, second.subarray(0, 40)]), '2', /ends in the middle/],
    ['out of step', 'a.mrc', Buffer.concat([good, second.subarray(0, 40), good, second]), '2', /does not end where/],
    ['no MARC at all', 'a.mrc', Buffer.from('Dear library, please find attached the records'), '1', /no MARC record/],
    ['empty', 'a.mrc', Buffer.alloc(0), '1', /empty/],
    ['XML cut short', 'a.xml', '<collection><record><leader>00000nam a22</leader>', '1', /not well-formed.*[^.]$/],
    [
      'XML with a stray &',
      'a.xml',
      '<collection>\n<record><leader>x & y</leader></record></collection>',
      '2',
      /not well-formed/,
    ],
    [
      'XML with an entity',
      'a.xml',
      '<!DOCTYPE x [<!ENTITY e "boo">]><collection><record><leader>&e;</leader></record></collection>',
      '1',
      /not well-formed/,
    ],
    ['other XML', 'a.xml', '<html><body>no</body></html>', '1', /no MARC record/],
  ]
  test.each(files)('%s refuses the file and keeps nothing of it', async (_what, name, content, line, reason) => {
    const db = emptyReference()
    const before = everything(db)
    const { report, result } = await takeIn(folderOf({ [name]: content }), db)
    expect(everything(db)).toBe(before)
    expect(result.status.files[0]?.state).toBe('refused')
    expect(report.at(-1)).toMatchObject({ line, outcome: 'file left out' })
    expect(report.at(-1)?.reason).toMatch(reason)
  })

  test('a lying directory, a missing number or title, an authority record leave out one record', async () => {
    const liar = Buffer.from(second)
    liar.write('9999', 24 + 3, 'latin1')
    const records = [
      good,
      liar,
      iso2709([['245', '10$aNo number']]),
      iso2709([
        ['001', 'b3'],
        ['100', '1 $aNobody'],
      ]),
      iso2709(
        [
          ['001', 'b4'],
          ['245', '10$aX'],
        ],
        'a',
        'z ',
      ),
      good,
      second,
    ]
    const { report, result } = await takeIn(folderOf({ 'a.mrc': Buffer.concat(records) }))
    expect(counts(result)).toEqual({ 'a.mrc': '7 = 2 + 5' })
    expect(reasons(report, 'a.mrc')).toEqual([
      '2 directory: the directory entry of field 001 points outside the record',
      '3 001: is absent; the title is “No number”',
      '4 245: is absent; the number is “b3”',
      '5 leader: is no record of a title (authority or holdings)',
      '6 001: came before, in line 1',
    ])
  })

  test('two catalogs with the same numbers do not overwrite each other', async () => {
    const { report } = await takeIn(folderOf({ 'a.mrc': good, 'b.mrc': good }))
    expect(reasons(report, 'b.mrc')).toEqual(['1 001: came before, in a.mrc, line 1'])
  })
})

describe('marc.json', () => {
  const record: readonly Field[] = [
    ['001', 'x'],
    ['245', '10$aDune'],
    ['952', '  $aMAIN$p31234000000015$yBK$oFIC HER$g12.50$70'],
    ['952', '  $aMOON$p31234000000023$yBK'],
    ['999', '  $c17'],
  ]
  const mapping = {
    title_id: ['999c'],
    items: {
      tag: '952',
      columns: { barcode: 'p', item_type_code: 'y', home_branch_code: 'a', call_number: 'o', price: 'g', status: '7' },
      fixed: { location: 'Stacks' },
      translate: { item_type_code: { BK: 'BOOK' }, status: { '0': 'available' } },
    },
  }

  test('says where the title number and the items stand; each item is a row of its own', async () => {
    const files = { ...BASE, 'a.mrc': iso2709(record), 'marc.json': JSON.stringify(mapping) }
    const { db, report, result } = await takeIn(
      folderOf({ ...files, 'items.csv': 'barcode,title_id,item_type_code,home_branch_code\n' }),
    )
    expect(counts(result)['a.mrc']).toBe('3 = 2 + 1')
    expect(reasons(report, 'a.mrc')).toEqual(['1 952$a: unknown branch'])
    expect(all(db, 'SELECT barcode, item_type_code, call_number, location, price_cents, status FROM item')).toEqual([
      {
        barcode: '31234000000015',
        item_type_code: 'BOOK',
        call_number: 'FIC HER',
        location: 'Stacks',
        price_cents: 1250,
        status: 'available',
      },
    ])
    expect(one(db, "SELECT external_id FROM title WHERE title = 'Dune' AND external_id != 't1'")).toBe('17')
  })

  test('that is not right refuses the MARC files and says why', async () => {
    const { result } = await takeIn(folderOf({ 'a.mrc': iso2709(record), 'marc.json': '{"title_id":["9"]}' }))
    expect(result.status.files[0]).toMatchObject({ state: 'refused' })
    expect(result.status.files[0]?.message).toContain('a place is a tag and perhaps a subfield')
  })
})

describeWithSharedData('MARC files of Evergreen’s tests', (data) => {
  const real = (...names: readonly string[]): string => {
    const folder = folderOf({})
    for (const name of names) copyFileSync(join(data, 'marc', name), join(folder, name))
    return folder
  }

  test('a thousand jazz records in MARC-8: all but the one without a number', async () => {
    const { db, report, result } = await takeIn(real('jazz_1k.mrc'))
    expect(counts(result)).toEqual({ 'jazz_1k.mrc': '1000 = 999 + 1' })
    expect(reasons(report, 'jazz_1k.mrc').map((one_reason) => one_reason.replace(/^\d+ /, ''))).toEqual([
      '001: is absent; the title is “Le théâtre de Pagnol : personnages et thèmes dans les oeuvres de jeunesse”',
    ])
    const titles = ['The Köln concert', 'Mudanças', 'Garôta de Ipanema', "Who's who of jazz in Montréal"]
    for (const title of titles) expect(one(db, 'SELECT count(*) FROM title WHERE title = ?', title)).toBe(1)
    expect(one(db, "SELECT count(*) FROM title WHERE title || author || publisher GLOB '*\ufffd*'")).toBe(0)
  })

  test('twenty Hebrew records in MARC-8 with escape sequences: found in Hebrew and in Latin letters', async () => {
    const { db, result } = await takeIn(real('hebrew.marc'))
    expect(counts(result)).toEqual({ 'hebrew.marc': '20 = 20 + 0' })
    expect(one(db, "SELECT title FROM title WHERE external_id = '56411016'")).toBe(
      'Har Tsevi : heʻarot ṿe-ḥidushim ʻal parashiyot ha-Torah',
    )
    const found =
      'SELECT external_id FROM title JOIN title_words ON title_words.rowid = title_id WHERE title_words MATCH ?'
    expect(one(db, found, 'הר AND צבי')).toBe('56411016')
    expect(one(db, found, 'tsevi AND torah')).toBe('56411016')
  })

  test('records about open source: fourteen of forty-two have no number', async () => {
    const { result } = await takeIn(real('oss.marc'))
    expect(counts(result)).toEqual({ 'oss.marc': '42 = 28 + 14' })
  })

  test('bad ISBNs are told, and their titles kept', async () => {
    const { db, report, result } = await takeIn(real('badisbns.xml'))
    expect(counts(result)).toEqual({ 'badisbns.xml': '10 = 10 + 0' })
    expect(report.map(({ value, column }) => `${column} ${value}`)).toEqual(['020 8901452100503'])
    expect(one(db, "SELECT count(*) FROM title_isbn WHERE isbn = '9781845332136'")).toBe(1)
  })

  test('a real file cut at any of twenty places takes nothing in', async () => {
    const whole = readFileSync(join(data, 'marc/hebrew.marc'))
    const db = emptyReference()
    for (let cut = 1; cut <= 20; cut += 1) {
      const short = whole.subarray(0, Math.floor((whole.length * cut) / 21) - 2)
      const { result } = await takeIn(folderOf({ 'a.mrc': short }), db)
      expect(result.status.files[0]?.state).toBe('refused')
    }
    expect(one(db, 'SELECT count(*) FROM title')).toBe(0)
  })
})
