/** Paper on the screen: every text of the document is there as text, in its language, and a copy says so. */
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { isWithLogo, logoBitmap, packed, type PackedBitmap } from '../../shared/devices/printer/logo.ts'
import { Paper } from '../../renderer/parts/paper/paper.tsx'
import { asCopy, type Block, type ReceiptDocument } from '../../shared/receipt/document.ts'
import { wordsIn } from '../../shared/receipt/paper-language.ts'
import { paperName } from '../../shared/receipt/paper-name.ts'
import { ENGLISH } from '../support/said.ts'
import { PAPERS } from '../shared/receipt/papers.ts'

/** A black square in the middle of its paper. */
const LOGO = packed(logoBitmap({ width: 40, height: 40, grays: new Uint8Array(1_600) }, 576))

let unmount = (): void => undefined

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
})
afterEach(() => act(unmount))

function draw(document_: ReceiptDocument, logo: PackedBitmap | null = null): HTMLElement {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  act(() =>
    root.render(<Paper document={document_} name={paperName(ENGLISH.words.screen.papers, document_)} logo={logo} />),
  )
  unmount = () => {
    root.unmount()
    place.remove()
  }
  return place
}

const made = (name: string, language: 'en' | 'es' = 'en'): ReceiptDocument => {
  const paper = PAPERS[name]
  if (!paper) throw new TypeError(`no such paper: ${name}`)
  return paper(wordsIn(language))
}

/** Every text that a block holds. */
function textsOf(block: Block): readonly string[] {
  if (block.block === 'table') return block.rows.flatMap(({ cells, under }) => [...cells, ...under])
  if (block.block === 'item') return [block.title, ...block.details, block.left, block.right]
  return Object.entries(block)
    .filter(([name]) => ['text', 'label', 'left', 'right', 'value'].includes(name))
    .map(([, text]) => String(text))
}

describe.each(Object.keys(PAPERS))('%s', (name) => {
  it.each(['normal', 'large'] as const)('%s: no word of it is missing', (size) => {
    const paper = { ...made(name, 'es'), size }
    const shown = draw(paper).textContent ?? ''
    const texts = paper.blocks.flatMap(textsOf).filter((text) => text !== '')
    expect(texts.length).toBeGreaterThan(2)
    expect(texts.filter((text) => !shown.includes(text))).toEqual([])
  })
})

describe('the paper', () => {
  it('has the logo above everything where a patron is given it, and nowhere else', () => {
    const withLogo = Object.keys(PAPERS).filter((name) => {
      const logo = draw(made(name), LOGO).querySelector('[data-size] > :first-child[data-part="logo"]')
      act(unmount)
      return logo !== null
    })
    expect(withLogo).toEqual(Object.keys(PAPERS).filter((name) => isWithLogo(made(name).kind)))
    expect(withLogo).toContain('check-out')
    expect(withLogo).not.toContain('hold')
    const path = draw(made('check-out'), LOGO).querySelector('[data-part="logo"] path')
    expect(path?.getAttribute('d')).toMatch(/^M268 0h40v1H268z/)
  })

  it('is a region with a name for the clerk, and its text is in the language of the patron', () => {
    const place = draw({ ...asCopy(made('check-out', 'es')), size: 'large' })
    const region = place.querySelector('section')
    expect(region?.getAttribute('aria-label')).toBe('Checkout receipt, in Spanish, large print, copy')
    expect(region?.querySelector('[lang]')?.getAttribute('lang')).toBe('es')
  })

  it('says COPY at its head and its foot, and not when it is none', () => {
    const texts = (place: HTMLElement): readonly (string | null)[] => {
      const children = place.querySelector('[lang]')?.children ?? []
      return [...children].map(({ textContent }) => textContent)
    }
    const copied = texts(draw(asCopy(made('renewal'))))
    expect([copied.at(0), copied.at(-1)]).toEqual(['COPY', 'COPY'])
    act(unmount)
    expect(texts(draw(made('renewal')))).not.toContain('COPY')
  })

  it('lists items as one list, and draws bars that a screen reader passes over', () => {
    expect(draw(made('check-out')).querySelectorAll('ul > li')).toHaveLength(3)
    act(unmount)
    const place = draw(made('hold'))
    expect(place.querySelectorAll('svg[aria-hidden] rect').length).toBeGreaterThan(50)
    expect(place.textContent).toContain('31234000220311')
  })

  it('keeps a title of another direction to itself', () => {
    const blocks: Block[] = [{ block: 'item', title: 'שלום עולם', details: [], left: '', right: 'due Tue, Dec 15' }]
    const place = draw({ ...made('check-out'), blocks })
    expect(place.querySelector('bdi')?.textContent).toBe('שלום עולם')
  })

  it.each(Object.keys(PAPERS))('%s has a name of its own kind', (name) => {
    expect(paperName(ENGLISH.words.screen.papers, made(name))).toMatch(/^[A-Z][a-z-]+( [a-z]+)*$/)
  })
})
