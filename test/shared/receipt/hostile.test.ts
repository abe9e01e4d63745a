/** What records hold on a bad day: printer commands, turned text, endless titles. And what no paper may tell. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkInReceipt } from '../../../shared/receipt/check-in-paper.ts'
import { checkOutReceipt } from '../../../shared/receipt/check-out-paper.ts'
import { barcodeTail, isPaperText, PAPER_TEXT_LENGTH_MAX, paperText } from '../../../shared/receipt/clean.ts'
import { asCopy, receiptDocumentSchema, type ReceiptDocument } from '../../../shared/receipt/document.ts'
import { holdSlip } from '../../../shared/receipt/hold-slip.ts'
import { layoutLines } from '../../../shared/receipt/layout/layout.ts'
import { layoutText } from '../../support/layout-text.ts'
import { pullList } from '../../../shared/receipt/list.ts'
import { notRenewedReason } from '../../../shared/receipt/renewal.ts'
import { columnsOf, wrap } from '../../../shared/receipt/layout/width.ts'
import { en } from '../../../shared/receipt/words/en.ts'
import { es } from '../../../shared/receipt/words/es.ts'
import { CARD, CHECK_IN, CHECK_OUT, HOLD, NAME, PAPERS, PULL, SWEETGRASS } from './papers.ts'

const FAMILY = '👨‍👩‍👧‍👦'
const ESC = '\u001b'

const CLEANED: readonly (readonly [string, string, string])[] = [
  ['the command to open the drawer', `Moby${ESC}p\u0000\u0019\u00fa Dick`, 'Moby p ú Dick'],
  ['line ends', 'One\r\nTwo\u2028Three', 'One Two Three'],
  ['a mark that turns the line around', 'abc\u202egpj.exe', 'abcgpj.exe'],
  ['soft hyphens and zero-width spaces', 'Bib\u00adlio\u200bthek', 'Bibliothek'],
  ['half of a surrogate pair', 'A\ud83d B', 'A\ufffd B'],
  ['heaped marks', `a${'\u0301'.repeat(40)}b`, `á${'\u0301'.repeat(6)}b`],
  ['letters and emoji as they are', `Naïve ${FAMILY} שלום 日本語`, `Naïve ${FAMILY} שלום 日本語`],
  ['Persian joiners stay', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['nothing', ' \t\u0007 ', ''],
]

test.each(CLEANED)('cleaned: %s', (_what, dirty, clean) => {
  expect(paperText(dirty).normalize('NFC')).toBe(clean.normalize('NFC'))
})

const ANY = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 900 }),
  fc.string({ unit: 'grapheme', maxLength: 900 }),
  fc
    .array(fc.constantFrom(FAMILY, '\u200d', '\u0301', 'א', '日', ESC, '\u202e', ' ', 'word', '\u00a0', '\ud800'))
    .map((all) => all.join('')),
)

test('any text comes out fit for paper, and cleaning again changes nothing', () => {
  fc.assert(
    fc.property(ANY, (text) => {
      const clean = paperText(text)
      expect(isPaperText(clean)).toBe(true)
      expect(paperText(clean)).toBe(clean)
    }),
  )
})

test('any text breaks into lines that fit and lose nothing', () => {
  fc.assert(
    fc.property(ANY, fc.integer({ min: 2, max: 48 }), (text, columns) => {
      const clean = paperText(text)
      const lines = wrap(clean, columns)
      expect(lines.filter((line) => columnsOf(line) > columns)).toEqual([])
      expect(lines.join('').replaceAll(' ', '')).toBe(clean.replaceAll(' ', ''))
      const cut = wrap(clean, columns, 2)
      expect(cut.length).toBeLessThanOrEqual(2)
      expect(cut.filter((line) => columnsOf(line) > columns)).toEqual([])
      expect((cut.at(-1) ?? '').endsWith('…') || cut.length === lines.length).toBe(true)
    }),
  )
})

test('a cut falls between characters as a person counts them', () => {
  expect(wrap(FAMILY.repeat(4), 5, 1)).toEqual([`${FAMILY}${FAMILY}…`])
  expect(wrap('!日!', 2, 2)).toEqual(['!', '…'])
  expect(wrap('日本語の本', 4)).toEqual(['日本', '語の', '本'])
  expect(wrap('cafe\u0301s', 4, 1)).toEqual(['caf…'])
})

test('a megabyte of title is one title long', () => {
  const text = paperText('é'.repeat(1_000_000))
  expect(text.length).toBeLessThanOrEqual(PAPER_TEXT_LENGTH_MAX)
  expect(text.endsWith('…')).toBe(true)
})

describe('a document', () => {
  const withTitle = (title: string): ReceiptDocument =>
    checkOutReceipt(
      { ...CHECK_OUT, items: [{ ...SWEETGRASS, due_at: CHECK_OUT.printed_at, renewals_left_count: 1, title }] },
      en,
    )

  it('with any title has the shape that travels, and fits any paper at either size', () => {
    fc.assert(
      fc.property(ANY, fc.constantFrom(32, 42, 48), fc.constantFrom('normal', 'large'), (title, columns, size) => {
        const document = { ...withTitle(title), size } as const
        expect(receiptDocumentSchema.safeParse(document).success).toBe(true)
        const width = size === 'large' ? columns / 2 : columns
        expect(layoutText(document, columns).filter((line) => columnsOf(line) > width)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['a printer command', `${ESC}p`],
    ['a line end', 'a\nb'],
    ['turned text', 'a\u202eb'],
    ['a text without end', 'a'.repeat(PAPER_TEXT_LENGTH_MAX + 1)],
  ])('that holds %s does not travel', (_what, title) => {
    const document = withTitle('x')
    const blocks = document.blocks.map((block) => (block.block === 'item' ? { ...block, title } : block))
    expect(receiptDocumentSchema.safeParse({ ...document, blocks }).success).toBe(false)
  })
})

describe('nobody reads on it', () => {
  const told = (document: ReceiptDocument): string => JSON.stringify(document).replaceAll('\u00a0', ' ')

  const CARDLESS = Object.entries(PAPERS).filter(([name]) => !/^(?:welcome|registration)/.test(name))

  it.each(CARDLESS)('%s: a whole card number', (_name, paper) => {
    expect(told(paper(en))).not.toContain(CARD)
    expect(told(paper(es))).not.toContain(CARD)
  })

  it('a hold slip: the name, unless the library says so', () => {
    expect(told(holdSlip(HOLD, en))).not.toMatch(/Dana|Quillfeather/)
    expect(told(holdSlip({ ...HOLD, hold_slip_shows: 'code-and-name' }, en))).toContain(NAME)
  })

  it('a name on any paper but what is the patron’s own, the recall notice and the slip that may', () => {
    const named = Object.entries(PAPERS).filter(([, paper]) => told(paper(en)).includes('Quillfeather'))
    expect(named.map(([name]) => name)).toEqual([
      'hold-in-an-outage',
      'statement',
      'statement-of-nothing',
      'welcome',
      'welcome-without-a-pin',
      'welcome-of-a-non-resident',
      'registration',
      'registration-without-an-address',
      'registration-of-a-child',
      'recall-notice',
    ])
  })

  it('what somebody else borrowed, or owes, when another fetches it', () => {
    const paper = told(checkOutReceipt({ ...CHECK_OUT, is_own: false }, en))
    expect(paper).not.toMatch(/Sweetgrass|Librarian|Laptop|3\.75|…3456|hold|31234000123457/)
    expect(paper).toContain('due Tue, Dec 15')
  })

  it('a title or fine of another in a mixed cart, nor anything when no account is open', () => {
    const mixed = told(checkInReceipt(CHECK_IN, en))
    expect(mixed).toContain('Sweetgrass')
    expect(mixed).not.toMatch(/Dispossessed|3\.00|4\.50/)
    expect(told(checkInReceipt({ ...CHECK_IN, patron: null }, en))).not.toMatch(/Sweetgrass|\$/)
  })

  it.each([
    ['21234000123456', '…3456'],
    ['123', '…3'],
    ['1', '…'],
    ['', '…'],
  ])('more than the end of the barcode %j: %s', (barcode, tail) => {
    expect(barcodeTail(barcode)).toBe(tail)
  })

  it('why the desk will not serve', () => {
    expect(notRenewedReason('patron-barred')).toBe('ask-at-the-desk')
    expect(notRenewedReason('patron-blocked')).toBe('ask-at-the-desk')
    expect(notRenewedReason('renewal-hold-waits')).toBe('somebody-waits')
  })
})

describe('a copy', () => {
  const paper = checkOutReceipt(CHECK_OUT, es)

  it('says so first and last, once, however often it is copied; the rest is the same', () => {
    const lines = layoutText(asCopy(asCopy(paper)), 42)
    expect(lines.map((line, at) => (line.includes('COPIA') ? at : -1)).filter((at) => at >= 0)).toEqual([
      0,
      lines.length - 1,
    ])
    expect(lines.slice(1, -1)).toEqual(layoutText(paper, 42))
  })
})

test('a large paper is wide in every line, a normal one only where it is read from afar', () => {
  const wide = (document: ReceiptDocument): readonly boolean[] =>
    layoutLines(document, 42).flatMap((line) => (line.kind === 'text' ? [line.is_wide] : []))
  expect(wide({ ...holdSlip(HOLD, en), size: 'large' })).not.toContain(false)
  expect(wide(holdSlip(HOLD, en)).filter(Boolean)).toHaveLength(1)
})

test('a list of nothing says so', () => {
  expect(layoutText(pullList({ ...PULL, groups: [] }, en), 42).at(-1)).toBe('Nothing is on this list.')
})
