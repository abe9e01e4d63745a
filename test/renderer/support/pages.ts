/** Pages as a station would send them: an account with acts of every sort, a title, and one with very many rows. */
import type { Act, Field, PageRef, PageRow, PageView } from '../../../shared/desk/page.ts'

export function field(name: string, label: string, kind: Field['kind'], part: Partial<Field> = {}): Field {
  return {
    name,
    label,
    kind,
    value: '',
    is_required: false,
    hint: '',
    options: [],
    is_beside: false,
    only_with: '',
    group: '',
    ...part,
  }
}

export function act(key: string, label: string, part: Partial<Act> = {}): Act {
  const call = { method: 'desk.renew', input: {} }
  return {
    act_id: label,
    key,
    label,
    call,
    asks: [],
    says: '',
    preview: null,
    is_grave: false,
    weight: 'main',
    ...part,
  }
}

const REASONS = [
  { value: 'goodwill', label: 'Goodwill' },
  { value: 'our-mistake', label: 'Our mistake' },
  { value: 'illness', label: 'Illness' },
]

/** One field of each kind. The method is one that takes anything under "settings". */
export const EVERY_FIELD: Act = act('W', 'Waive', {
  call: { method: 'settings.set', input: {} },
  says: 'Owed on this charge: $3.75.',
  is_grave: true,
  asks: [
    field('settings.amount_cents', 'Amount', 'money', { value: '375', hint: 'Or a part of it' }),
    field('settings.reason', 'Reason', 'choice', { options: REASONS, is_required: true }),
    field('settings.from_on', 'From', 'date', { value: '2026-11-24' }),
    field('settings.days_count', 'Days', 'number'),
    field('settings.is_told', 'Tell them', 'tick'),
    field('settings.note', 'Note', 'text'),
    field('settings.pin', 'PIN of a supervisor', 'pin'),
  ],
})

/** So few fields that a choice is a numbered column, and not a list. */
const FEW_FIELDS: Act = { ...EVERY_FIELD, asks: EVERY_FIELD.asks.slice(0, 4) }

const CLAIM: Act = act('C', 'Claims returned', {
  call: { method: 'desk.answer', input: { row_id: 'r1', key: '1' } },
  asks: [field('on', 'When', 'date', { value: '2026-11-24', is_required: true })],
})

export function pageRow(row_id: string, texts: readonly string[], part: Partial<PageRow> = {}): PageRow {
  const cells = texts.map((text) => ({ text, tone: 'plain' as const, is_number: false }))
  return { row_id, cells, tone: 'plain', notes: [], details: [], acts: [], enter: null, ...part }
}

function loan(barcode: string, title: string, due: string, tone: 'plain' | 'warn' = 'plain'): PageRow {
  const renew = act('R', 'Renew', { call: { method: 'desk.renew', input: { item_barcode: barcode } } })
  const row = pageRow(`loan ${barcode}`, [title, barcode, due], { acts: [renew, CLAIM] })
  return {
    ...row,
    cells: row.cells.map((cell, at) => (at === 2 ? { ...cell, tone } : { ...cell, is_number: at === 1 })),
  }
}

const LOANS = [
  loan('31234000000011', 'The Dispossessed', 'late, Fri, Nov 20', 'warn'),
  loan('31234000000022', 'A Field Guide to Getting Lost', 'Mon, Nov 30'),
  loan('31234000000033', 'Braiding Sweetgrass', 'Tue, Dec 15'),
]

type Table = Extract<PageView['sections'][number], { kind: 'table' }>

export function table(section_id: string, columns: readonly string[], rows: readonly PageRow[]): Table {
  const heading = section_id.charAt(0).toUpperCase() + section_id.slice(1)
  const labelled = columns.map((label) => ({ label, is_number: label === 'Barcode' }))
  return { kind: 'table', section_id, heading, columns: labelled, rows: [...rows], empty: `No ${section_id}.` }
}

const BARE: Omit<PageView, 'ref' | 'heading' | 'sections'> = {
  lead: '',
  aside: [],
  acts: [],
  enter: null,
  line_hint: '',
  titles_go_to: null,
  unfound_goes_to: null,
  steps_back: [],
  turns: { before: null, next: null },
  today: '2026-11-24',
  drafts: [],
}

export const ACCOUNT: PageView = {
  ...BARE,
  acts: [act('A', 'Renew all', { call: { method: 'desk.renew-all', input: {} } })],
  ref: { place: 'account', about: '' },
  heading: 'Dana Miller',
  sections: [
    {
      kind: 'facts',
      section_id: 'who',
      heading: '',
      facts: [
        { label: 'Card', text: '21234000123456', tone: 'plain' },
        { label: 'Owed', text: '$3.75', tone: 'warn' },
      ],
    },
    table('loans', ['Title', 'Barcode', 'Due'], LOANS),
    table('holds', ['Title', 'Status'], []),
    table(
      'charges',
      ['For', 'Owed'],
      [
        pageRow('charge 1', ['Overdue', '$3.75'], {
          acts: [EVERY_FIELD, act('E', 'Erase', { says: 'There is no way back.', is_grave: true })],
          notes: ['Charged for The Dispossessed, 15 days late.'],
        }),
      ],
    ),
    { kind: 'text', section_id: 'rules', heading: 'Why', lines: ['Checkout is blocked at $10.00.'] },
  ],
}

function waivedBy(waive: Act): PageView {
  const sections = ACCOUNT.sections.map((section) => {
    if (section.kind !== 'table' || section.section_id !== 'charges') return section
    return { ...section, rows: section.rows.map((row) => ({ ...row, acts: [waive, ...row.acts.slice(1)] })) }
  })
  return { ...ACCOUNT, sections }
}

/** The account whose charge is waived by a form of few fields. */
export const FEW_ASKED = waivedBy(FEW_FIELDS)

/** The same with a field that is asked for some reasons alone. */
export const ASKED_FOR_SOME = waivedBy({
  ...EVERY_FIELD,
  asks: EVERY_FIELD.asks.map((one) =>
    one.name === 'settings.from_on' ? { ...one, only_with: 'settings.reason=our-mistake illness' } : one,
  ),
})

/** Asks for a title; words that none has are a new one. */
export const NEW_ITEM: PageView = {
  ...BARE,
  ref: { place: 'item-new', about: '31234000199999' },
  heading: 'Make a record',
  sections: [],
  acts: [act('N', 'A new title', { asks: [field('title', 'Title', 'text', { is_required: true })] })],
  line_hint: 'Type words of the title',
  titles_go_to: 'item-new',
  unfound_goes_to: { key: 'N', field: 'title' },
}

export function titlePage(about: string): PageView {
  const go = { method: 'desk.go', input: { page: { place: 'item', about: '31234000000044' } } }
  return {
    ...BARE,
    ref: { place: 'title', about },
    heading: 'The Warmth of Other Suns',
    lead: 'Wilkerson, Isabel',
    titles_go_to: 'title',
    sections: [
      table(
        'copies',
        ['Branch', 'Status'],
        [
          pageRow('copy 1', ['Maple Street', '2 of 3 in at Maple Street'], {
            enter: act('', 'Look at it', { call: go }),
          }),
        ],
      ),
    ],
  }
}

/** So many loans that drawing all of them for each key would be felt. */
export function longPage(rows_count: number): PageView {
  const rows = Array.from({ length: rows_count }, (_none, at) =>
    loan(String(31_234_000_100_000 + at), `Overdue book ${at + 1}`, 'late, Fri, Nov 20', 'warn'),
  )
  return { ...ACCOUNT, sections: [table('loans', ['Title', 'Barcode', 'Due'], rows)] }
}

export function cannedPage(ref: PageRef): PageView {
  if (ref.place === 'account') return ACCOUNT
  if (ref.place === 'title') return titlePage(ref.about)
  const hint = ref.place === 'item' ? 'Scan or type a barcode to look at it' : ''
  return { ...BARE, ref, heading: ref.place, line_hint: hint, sections: [table('nothing', ['Name'], [])] }
}

const DENOMINATIONS = [
  { value: '10000', label: '$100 bills' },
  { value: '2000', label: '$20 bills' },
  { value: '100', label: '$1 bills' },
  { value: '25', label: 'Quarters' },
  { value: '1', label: 'Pennies' },
]

/** Quick keys, and a form that counts cash. */
export const QUICK_KEYS: PageView = {
  ...BARE,
  ref: { place: 'tasks', about: '' },
  heading: 'Sales',
  acts: [],
  sections: [
    {
      kind: 'choices',
      section_id: 'quick',
      heading: 'Quick keys',
      choices: [
        { act: act('C', 'Copies', { call: { method: 'desk.renew-all', input: {} } }), caption: '$0.15 a page' },
        { act: act('', 'Tote bag'), caption: '$12.00' },
        {
          act: act('K', 'Count the drawer', {
            call: { method: 'settings.set', input: {} },
            asks: [field('settings.pieces', 'Counted', 'count', { options: DENOMINATIONS, is_required: true })],
          }),
          caption: '',
        },
      ],
      empty: 'No quick keys.',
    },
  ],
}
