/**
 * Sheets as the parts of an XLSX workbook (ECMA-376, SpreadsheetML): amounts and counts are numbers, everything else is
 * text that no spreadsheet computes. Pure; the parts still have to be put into a zip.
 */
import { isFormula } from '../../kernel/csv.ts'
import { decimal, type Sheet, type SheetCell } from './sheet.ts'

export type Part = { readonly path: string; readonly text: string }

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** By their place in `STYLES`. */
const STYLE = { plain: 0, heading: 1, amount: 2, quoted: 3 } as const

/** `quotePrefix` is what a spreadsheet sets for a text that begins with an apostrophe: it stays text when edited. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>' +
  '</cellXfs></styleSheet>'

export function workbookParts(sheets: readonly Sheet[]): readonly Part[] {
  const files = sheets.map((sheet, at) => ({ path: `xl/worksheets/sheet${at + 1}.xml`, text: HEAD + sheetXml(sheet) }))
  const types = files.map(({ path }) => override(`/${path}`, 'worksheet')).join('')
  const names = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const links = files.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`))
  const style = relation(files.length + 1, 'styles', 'styles.xml')
  return [
    {
      path: '[Content_Types].xml',
      text:
        `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${types}</Types>`,
    },
    { path: '_rels/.rels', text: relations([relation(1, 'officeDocument', 'xl/workbook.xml')]) },
    {
      path: 'xl/workbook.xml',
      text: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`,
    },
    { path: 'xl/_rels/workbook.xml.rels', text: relations([...links, style]) },
    { path: 'xl/styles.xml', text: HEAD + STYLES },
    ...files,
  ]
}

function override(path: string, kind: string): string {
  return `<Override PartName="${path}" ContentType="${TYPE}.${kind}+xml"/>`
}

function relation(id: number, kind: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
}

function relations(all: readonly string[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
}

/** The headings stay in sight. */
function sheetXml({ columns, rows }: Sheet): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const views = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`
  const width = `<cols><col min="1" max="${columns.length}" width="18" customWidth="1"/></cols>`
  const heading = columns.map((one) => textXml(one, STYLE.heading)).join('')
  const data = rows.map((row) => `<row>${row.map(cellXml).join('')}</row>`).join('')
  return `<worksheet xmlns="${MAIN}">${views}${width}<sheetData><row>${heading}</row>${data}</sheetData></worksheet>`
}

function cellXml(cell: SheetCell): string {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c s="${STYLE.amount}"><v>${decimal(cell.cents)}</v></c>`
  return textXml(cell, isFormula(cell) ? STYLE.quoted : STYLE.plain)
}

function textXml(text: string, style: number): string {
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/** XML has no place for other control characters, not even as references. */
function escaped(text: string): string {
  const clean = text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
