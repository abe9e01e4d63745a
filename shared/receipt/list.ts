/**
 * Lists for staff to walk with: what to pull, what is on the hold shelf, how to load a cart. Rows keep the order of the
 * walk. Patrons appear only as pickup codes.
 */
import type { LocalDate } from '../kernel/time.ts'
import { compose, heading, line, plain, RULE, slipHead, SPACE, table } from './blocks.ts'
import type { Block, DocumentKind, ReceiptDocument, TableBlock } from './document.ts'
import type { PaperFacts, ShelfItem } from './paper-facts.ts'
import { sayOn } from './say.ts'
import type { Words } from './words/en.ts'

export type ListRow = { readonly cells: readonly string[]; readonly under?: readonly string[] }

export type ListFacts = PaperFacts & {
  readonly kind: Extract<DocumentKind, 'list' | 'pull-list' | 'shelf-list' | 'cart-order'>
  readonly title: string
  readonly columns: TableBlock['columns']
  /** One per location, or one without a heading. */
  readonly groups: readonly { readonly heading: string; readonly rows: readonly ListRow[] }[]
  readonly has_boxes: boolean
  /** What stands at its end; left out: how many items it has. */
  readonly total?: string
}

/** Any list: columns and rows, under the headings of its groups. A group without rows is left out. */
export function list(facts: ListFacts, words: Words): ReceiptDocument {
  const groups = facts.groups.filter(({ rows }) => rows.length > 0)
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const body = groups.flatMap((group, index): readonly Block[] => [
    ...(index === 0 ? [] : [SPACE]),
    ...(group.heading === '' ? [] : [heading(group.heading)]),
    table(facts.columns, group.rows, facts.has_boxes),
  ])
  return compose(facts.kind, facts, words, [
    slipHead(facts, words, facts.title),
    count === 0 ? plain(words.list_empty) : body,
    count === 0 ? [] : [RULE, line(words.total, facts.total ?? words.items(count))],
  ])
}

/** Items of one location, in call-number order. */
export type LocationGroup<Row> = { readonly location: string; readonly items: readonly Row[] }

const grouped = <Row>(groups: readonly LocationGroup<Row>[], rowOf: (row: Row) => ListRow): ListFacts['groups'] =>
  groups.map(({ location, items }) => ({ heading: location, rows: items.map(rowOf) }))

const CALL_NUMBER_WIDTH = 13

export type PullListFacts = PaperFacts & {
  readonly groups: readonly LocationGroup<
    ShelfItem & {
      /** The pickup branch; empty when that is here. */
      readonly for_branch_name: string
    }
  >[]
}

export function pullList(facts: PullListFacts, words: Words): ReceiptDocument {
  const columns = [
    { label: words.call_number, width_count: CALL_NUMBER_WIDTH },
    { label: words.title, width_count: 0 },
  ]
  const groups = grouped(facts.groups, ({ call_number, title, author, barcode, for_branch_name }) => ({
    cells: [call_number, title],
    under: [author, barcode, for_branch_name === '' ? '' : words.wanted_at(for_branch_name)],
  }))
  return list({ ...facts, kind: 'pull-list', title: words.pull_list, columns, groups, has_boxes: true }, words)
}

export type ShelfListFacts = PaperFacts & {
  /** In shelf order. */
  readonly holds: readonly {
    readonly pick_up_code: string
    readonly title: string
    readonly barcode: string
    readonly until_on: LocalDate
  }[]
}

/** What is on the hold shelf; also the list of what to clear from it. */
export function shelfList(facts: ShelfListFacts, words: Words): ReceiptDocument {
  const columns = [
    { label: words.code, width_count: 9 },
    { label: words.title, width_count: 0 },
    { label: words.until_label, width_count: 10 },
  ]
  const rows = facts.holds.map(({ pick_up_code, title, barcode, until_on }) => ({
    cells: [pick_up_code, title, sayOn(words, until_on, facts)],
    under: [barcode],
  }))
  const groups = [{ heading: '', rows }]
  return list({ ...facts, kind: 'shelf-list', title: words.shelf_list, columns, groups, has_boxes: true }, words)
}

export type CartOrderFacts = PaperFacts & { readonly groups: readonly LocationGroup<ShelfItem>[] }

/** The cart in shelving order, numbered throughout, so that the paper can lie on the cart. */
export function cartOrder(facts: CartOrderFacts, words: Words): ReceiptDocument {
  const columns = [
    { label: words.number, width_count: 4 },
    { label: words.call_number, width_count: CALL_NUMBER_WIDTH },
    { label: words.title, width_count: 0 },
  ]
  let number = 0
  const groups = grouped(facts.groups, ({ call_number, title, author }) => {
    number += 1
    return { cells: [String(number), call_number, title], under: [author] }
  })
  return list({ ...facts, kind: 'cart-order', title: words.cart_order, columns, groups, has_boxes: false }, words)
}
