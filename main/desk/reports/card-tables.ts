/**
 * The statistics of cards as tables: the same lines for the page, on paper and in a file for a spreadsheet. Small
 * groups are together in each of them (shared/reports/card-sums.ts), so none tells of a person, and no entry says who
 * took one.
 */
import type { Input } from '../../../shared/ipc/contract.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../../shared/kernel/csv.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { list } from '../../../shared/receipt/list.ts'
import { en } from '../../../shared/receipt/words/en.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { crossLines, type CrossLine } from '../../../shared/reports/card-cross.ts'
import { CARD_FIGURES, cardLines, type CardFigures, type CardReport } from '../../../shared/reports/card-sums.ts'
import { withBand } from '../../../shared/desk/session/session.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import type { Library } from '../../library/library.ts'
import { paperFacts } from '../../papers/facts-for-paper.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { makeNewFiles, newPlace } from '../staff/new-place.ts'
import { reportNow } from './now.ts'

const BY = ['category_code', 'branch_code'] as const

export type CardTable = {
  readonly by: (typeof BY)[number]
  readonly lines: readonly { readonly code: string | null; readonly name: string; readonly figures: CardFigures }[]
}

function namesIn(library: Library) {
  const { categories } = library.policy().source
  return {
    category_code: (code: string) => categories.find((one) => one.category_code === code)?.name ?? code,
    branch_code: (code: string) => library.branch(code)?.name ?? code,
  }
}

/** By category, and where there is more than one branch by branch. */
export function cardTables(library: Library, { words }: Speech, { groups }: CardReport): readonly CardTable[] {
  const nameOf = namesIn(library)
  return BY.filter((by) => by === 'category_code' || library.branches().length > 1).map((by) => {
    const said = words.pages.card_lists.report.groups[by]
    const lines = cardLines(groups, by)
    const together = lines.length === 1 ? said.all : said.others
    return {
      by,
      lines: lines.map(({ code, ...figures }) => ({
        code,
        name: code === null ? together : nameOf[by](code),
        figures,
      })),
    }
  })
}

type Row = { readonly name: string; readonly figures: readonly string[] }

/** Months of the whole library, then each table; a month says nothing of how many cards were in use. */
function groupsOf(library: Library, speech: Speech, report: CardReport): readonly { heading: string; rows: Row[] }[] {
  const words = speech.words.pages.card_lists.report
  const months = report.months.map(({ month, ...of }) => ({
    name: speech.month(localDate(`${month}-01`)),
    figures: CARD_FIGURES.map((figure) => (figure === 'active' ? '' : String(of[figure]))),
  }))
  const tables = cardTables(library, speech, report).map(({ by, lines }) => ({
    heading: words.groups[by].heading,
    rows: lines.map(({ name, figures }) => ({ name, figures: CARD_FIGURES.map((one) => String(figures[one])) })),
  }))
  return [{ heading: words.by_month, rows: months }, ...tables, crossRows(library, speech, report)]
}

/** By month, category and branch in one table; months without anything have no line. */
export function crossRows(
  library: Library,
  { words, month }: Speech,
  report: CardReport,
): { heading: string; rows: Row[] } {
  const said = words.pages.card_lists.report
  const lines = crossLines(report)
  const names = namesIn(library)
  const isWhole = lines.every(({ of }) => of === null)
  const name = ({ of }: CrossLine): string => {
    if (of === null) return isWhole ? said.cross.all : said.cross.others
    const category = names.category_code(of.category_code)
    return library.branches().length > 1 ? `${category} · ${names.branch_code(of.branch_code)}` : category
  }
  const rows = lines.map((line) => ({
    name: `${month(localDate(`${line.month}-01`))} · ${name(line)}`,
    figures: CARD_FIGURES.map((figure) => (figure === 'active' ? '' : String(line[figure]))),
  }))
  return { heading: said.cross.heading, rows }
}

export function cardsPaper(desk: Desk): ReceiptDocument {
  const { library } = desk
  const speech = speechOf(desk)
  const { report: words } = speech.words.pages.card_lists
  const report = reportNow(library, actorOf(desk), 'cards')
  const groups = report?.result ? groupsOf(library, speech, report.result) : []
  return list(
    {
      ...paperFacts(library),
      kind: 'list',
      title: words.heading,
      columns: [
        { label: '', width_count: 0 },
        // As wide as its heading: a figure is no longer.
        ...CARD_FIGURES.map((figure) => ({ label: words.figures[figure], width_count: words.figures[figure].length })),
      ],
      groups: groups.map(({ heading, rows }) => ({
        heading,
        rows: rows.map(({ name, figures }) => ({ cells: [name, ...figures] })),
      })),
      has_boxes: false,
      total: words.done,
    },
    en,
  )
}

/** Saves the tables as a new file, one below the other. @returns why not, or null */
export function saveCards(desk: Desk, { to_file }: Input<'report.save-cards'>): Refusal | null {
  const { library } = desk
  const result = reportNow(library, actorOf(desk), 'cards')?.result
  if (!result) return refuse('page-empty')
  const place = newPlace(library, to_file, 'file')
  if ('code' in place) return place
  const speech = speechOf(desk)
  const { report: words } = speech.words.pages.card_lists
  const { saved } = speech.words.pages.reports.overdue
  const lines = [
    csvLine([words.table, words.line, ...CARD_FIGURES.map((figure) => words.figures[figure])]),
    ...groupsOf(library, speech, result).flatMap(({ heading, rows }) =>
      rows.map(({ name, figures }) => csvLine([heading, name, ...figures])),
    ),
  ]
  const refused = makeNewFiles([{ path: place.path, text: BYTE_ORDER_MARK + lines.join('') }], () => {})
  if (refused) return refused
  desk.session = withBand(desk.session, silentBand(saved, place.path))
  return null
}
