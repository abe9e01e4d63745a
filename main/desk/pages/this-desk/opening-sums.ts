/** The open debts and credits of the last import, by kind: the files' sums beside what was read back, to the cent. */
import type { ImportStatus } from '../../../../shared/ipc/contract.ts'
import type { PageRow, Section } from '../../../../shared/desk/page.ts'
import { added, isToTheCent, sumText, type OpeningSum } from '../../../../shared/import/opening-sum.ts'
import { CREDIT_KINDS } from '../../../../shared/ledger/charge-kinds.ts'
import { REFUND_METHODS } from '../../../../shared/ledger/accounts.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { chargeWords } from '../../../circulation/charges/charge-words.ts'
import { cell, figure, figures, row, table } from '../make.ts'

export function openingSums(speech: Speech, { opening }: ImportStatus): readonly Section[] {
  if (opening.length === 0) return []
  const words = speech.words.pages.this_desk.opening
  const sums = (['debt', 'credit'] as const).flatMap((of): readonly PageRow[] => {
    const ours = opening.filter((one) => one.of === of)
    const [first, ...rest] = ours
    if (first === undefined) return []
    return [
      ...ours.map((sum, at) => sumRow(speech, `${of} ${at}`, kindText(speech, sum), sum)),
      sumRow(speech, `${of} all`, words.all[of], rest.reduce<OpeningSum>(added, first)),
    ]
  })
  return [
    table({
      section_id: 'opening',
      heading: words.heading,
      columns: [words.kind, figures(words.source), figures(words.left), figures(words.stored)],
      rows: sums,
      empty: '',
    }),
  ]
}

function kindText(speech: Speech, { of, kind }: OpeningSum): string {
  if (kind === '') return speech.words.pages.this_desk.opening.rest
  const method = of === 'credit' ? REFUND_METHODS.find((one) => one === kind) : undefined
  return chargeWords(speech, method === undefined ? kind : CREDIT_KINDS[method])
}

function sumRow(speech: Speech, row_id: string, what: string, sum: OpeningSum): PageRow {
  const { figure: says } = speech.words.pages.this_desk.opening
  const said = (count: number, amount: number): string => says(count, sumText(amount, speech.money))
  return row({
    row_id: `opening ${row_id}`,
    cells: [
      cell(what),
      figure(said(sum.source_count, sum.source_cents)),
      figure(said(sum.left_count, sum.left_cents), sum.left_count > 0 ? 'warn' : 'plain'),
      figure(said(sum.stored_count, sum.stored_cents), isToTheCent(sum) ? 'good' : 'stop'),
    ],
  })
}
