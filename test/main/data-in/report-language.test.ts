/** The report of an import in the language of the person who imports: its file, its summary and what the page shows. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { ImportStatus } from '../../../shared/ipc/contract.ts'
import { findingName } from '../../../shared/circulation/policy-check/findings.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { finding } from '../../../shared/policy/policy-finding.ts'
import { speechOf } from '../../support/speech.ts'
import { BASE, emptyReference, folderOf, takeIn } from './importing.ts'

/** Something odd of each kind: in cells, rows, headers, files, records, rules and what is in the library. */
const ODD: Readonly<Record<string, string>> = {
  ...BASE,
  'branches.csv': 'branch_code,name,zone\nMAIN,Main,\nEAST,East,Mars\nMAIN,Main,\n',
  'hours.csv': 'branch_code,weekday,opens,closes\nMAIN,Monday,9:00,8:00\nMAIN,Funday,9:00,17:00\nMAIN,Monday,25,26\n',
  'limits.csv': 'limit_code,target_kind,target_code,loans_count_max\na,group,none,5\nb,all,BOOK,5\nc,all,*,many\n',
  'settings.csv': 'name,value\nhold_shelf_days_count,soon\nno_such,1\n',
  'shelf_signs.csv': 'sign_code,location,from_number,to_number,words\na,Fiction,PZ,PA,Aisle 7\n',
  'staff.csv': 'staff_code,name,initials,role,pin\nBC-1,Ben Cole,BC,staff,12\nBC-2,Ben Cole,BD,king,4711\n',
  'patrons.csv': [
    'patron_id,surname,category_code,branch_code,born_on,expires_on,guardian_id,is_barred',
    '1,Miller,ADULT,MAIN,2030-01-01,9999-12-31,1,no',
    '2,Sa\u0001to,ADULT,MAIN,0000-00-00,,nobody,',
    '3,Young,ADULT,MOON,,,,',
    '4,Young,ADULT,MAIN,,,,perhaps',
    '5,,ADULT,MAIN,,,,',
    '6,Young',
    `7,${'x'.repeat(300)},ADULT,MAIN,,,,`,
    '',
  ].join('\n'),
  'cards.csv': 'patron_id,barcode\n9,1\n1,1 2\n',
  'titles.csv': 'title_id,title,isbn\nt1,Dune,0-439-02348-4\nt1,Dune,\n',
  'items.csv': 'barcode,title_id,item_type_code,home_branch_code,price\n1001,t1,BOOK,MAIN,3\n1002,t1,BOOK,MAIN,ten\n',
  'loans.csv':
    'item_barcode,patron_id,branch_code,out_at,due_at\n1001,1,MAIN,2026-11-25,soon\n1009,1,MAIN,2026-11-01,\n',
  'holds.csv': 'hold_id,patron\n',
  'charges.csv': 'charge_id,patron_id,kind,charged_at,amount\n1,1,lost,2026-11-01,"3\n',
  'visits.csv': 'a\n',
  'a.xml': '<record><leader>',
  'marc.json': '{"title_id":[7]}',
}

type Told = { readonly status: ImportStatus; readonly lines: readonly (readonly string[])[]; readonly summary: string }

async function told(language: Language): Promise<Told> {
  const speech = speechOf(language)
  const flaw = { code: 'limit-double', rows: ['a', 'b'] } as const
  const to_confirm = [finding('warns', 'limit_rule', ['a', 'b'], flaw)]
  const accepted = to_confirm.map(findingName)
  const { result, summary } = await takeIn(folderOf(ODD), emptyReference(), { speech, to_confirm, accepted })
  const lines = parse(readFileSync(result.status.report_file, 'utf8'))
  return { status: result.status, lines, summary }
}

test('a clerk who works in Spanish reads the whole report in Spanish, line by line the same', async () => {
  const [en, es] = [await told('en'), await told('es')]
  expect(en.lines[0]).toEqual(['file', 'line', 'column', 'value', 'reason', 'outcome'])
  expect(es.lines[0]).toEqual(['archivo', 'línea', 'columna', 'valor', 'motivo', 'resultado'])
  expect(en.lines.length).toBeGreaterThan(30)
  expect(es.lines).toHaveLength(en.lines.length)
  for (const [at, line] of en.lines.entries()) {
    const [file, number, column, , reason, outcome] = line
    const other = es.lines[at] ?? []
    if (at > 0 && file !== 'the rules') expect(other.slice(0, 3)).toEqual([file, number, column])
    expect(other[4], `${file} ${number}`).not.toBe(reason)
    expect(other[5]).not.toBe(outcome)
  }
  const said = JSON.stringify([es.lines.slice(1).map((line) => line[4]), es.summary])
  expect(said).not.toMatch(/\b(the|is|was|has|not|left|imported|taken|whole)\b/)
  expect(es.lines.flat()).toEqual(expect.arrayContaining(['fila omitida', 'importada, con cambios', 'archivo omitido']))
  expect(es.lines.flat()).toContain('(no se muestra)')
  expect(es.lines.flat()).toContain(`${'x'.repeat(200)}… (300 caracteres)`)
})

test('a script finds the same codes in either language', async () => {
  const codes = ({ status }: Told): unknown => status.report.map(({ code, outcome, line }) => [code, outcome, line])
  const [en, es] = [await told('en'), await told('es')]
  expect(codes(es)).toEqual(codes(en))
  expect(codes(en)).toContainEqual(['no-branch', 'row-left-out', 4])
  expect(codes(en)).toContainEqual(['born-in-future', 'taken-changed', 2])
  expect(codes(en)).toContainEqual(['quote-never-closed', 'file-left-out', 2])
})
