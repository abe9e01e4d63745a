/** The colors of every theme, read from tokens.css: contrast, and how far apart the four classes are for any eye. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  parse,
  wcagContrast,
  type Color,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { KIND_TABLE } from '../../shared/desk/outcome-kinds.ts'
import { outcomeKindSchema } from '../../shared/desk/screen.ts'
import { must } from '../../shared/kernel/assert.ts'

const STYLES = path.join(import.meta.dirname, '../../renderer/styles')
const TOKENS = readFileSync(path.join(STYLES, 'tokens.css'), 'utf8')

/** The custom properties of one rule of tokens.css. */
function properties(selector: string): Map<string, string> {
  const start = TOKENS.indexOf(`${selector} {`)
  const rule = TOKENS.slice(start, TOKENS.indexOf('}', start))
  return new Map([...rule.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

const LIGHT = properties(':root')
const THEMES = {
  light: LIGHT,
  dark: new Map([...LIGHT, ...properties(":root[data-theme='dark']")]),
  contrast: new Map([...LIGHT, ...properties(":root[data-theme='contrast']")]),
}
type Theme = Map<string, string>
const color = (theme: Theme, name: string): string => must(theme.get(name), `a token --${name}`)
const seen = (theme: Theme, name: string): Color => must(parse(color(theme, name)), `--${name} is a color`)

const CLASSES = ['done', 'route', 'decide', 'stop'] as const
const ON_CARD_AND_PAPER = ['ink', 'ink-2', 'ink-3', 'brand', 'ok', 'info', 'warn', 'stop', 'hold']
const TONES = ['ok', 'info', 'warn', 'stop', 'hold', 'brand']

describe.each(Object.entries(THEMES))('in the %s theme', (_name, theme) => {
  it.each(CLASSES)('text on the fill of %s has 7 : 1', (name) => {
    expect(wcagContrast(color(theme, `${name}-ink`), color(theme, `${name}-fill`))).toBeGreaterThanOrEqual(7)
  })

  it.each(ON_CARD_AND_PAPER)('%s has 4.5 : 1 on card and paper', (name) => {
    expect(wcagContrast(color(theme, name), color(theme, 'card'))).toBeGreaterThanOrEqual(4.5)
    expect(wcagContrast(color(theme, name), color(theme, 'paper'))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(TONES)('%s and plain text have 4.5 : 1 on its soft ground', (name) => {
    expect(wcagContrast(color(theme, name), color(theme, `${name}-soft`))).toBeGreaterThanOrEqual(4.5)
    expect(wcagContrast(color(theme, 'ink'), color(theme, `${name}-soft`))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(outcomeKindSchema.options)('the accent of the kind %s has 4.5 : 1 on card', (kind) => {
    expect(wcagContrast(color(theme, `kind-${kind}`), color(theme, 'card'))).toBeGreaterThanOrEqual(4.5)
  })

  it('no two kinds have one accent, and those of one class are well apart', () => {
    const difference = differenceCiede2000()
    const kinds = outcomeKindSchema.options
    const pairs = kinds.flatMap((one, at) => kinds.slice(at + 1).map((other) => [one, other] as const))
    expect(pairs.length).toBeGreaterThan(30)
    for (const [one, other] of pairs) {
      const isOneClass = KIND_TABLE[one].outcome === KIND_TABLE[other].outcome
      const apart = difference(seen(theme, `kind-${one}`), seen(theme, `kind-${other}`))
      expect(apart, `${one} and ${other}`).toBeGreaterThanOrEqual(isOneClass ? 12 : 5)
    }
  })

  it('the main button has 4.5 : 1, and controls and the focus ring have 3 : 1', () => {
    expect(wcagContrast(color(theme, 'brand-ink'), color(theme, 'brand'))).toBeGreaterThanOrEqual(4.5)
    for (const name of ['control', 'focus', 'brand']) {
      expect(wcagContrast(color(theme, name), color(theme, 'card'))).toBeGreaterThanOrEqual(3)
      expect(wcagContrast(color(theme, name), color(theme, 'paper'))).toBeGreaterThanOrEqual(3)
    }
  })

  it('the four fills are apart for every eye, and in gray the shapes carry it', () => {
    const nearest = (eye: (seenColor: Color) => Color): number => {
      const difference = differenceCiede2000()
      const fills = CLASSES.map((one) => eye(seen(theme, `${one}-fill`)))
      const pairs = fills.flatMap((one, index) => fills.slice(index + 1).map((other) => difference(one, other)))
      return Math.min(...pairs)
    }
    expect(nearest((one) => one)).toBeGreaterThanOrEqual(35)
    expect(nearest(filterDeficiencyProt(1))).toBeGreaterThanOrEqual(19)
    expect(nearest(filterDeficiencyDeuter(1))).toBeGreaterThanOrEqual(19)
    expect(nearest(filterDeficiencyTrit(1))).toBeGreaterThanOrEqual(30)
    expect(nearest(filterGrayscale(1))).toBeGreaterThanOrEqual(8)
  })
})

describe('the style sheets', () => {
  const sheets = readdirSync(STYLES).filter((name) => name.endsWith('.css') && name !== 'tokens.css')

  it('name no color of their own', () => {
    expect(sheets.length).toBeGreaterThan(8)
    for (const name of sheets) {
      const found = readFileSync(path.join(STYLES, name), 'utf8').match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/gi)
      expect(found, name).toBeNull()
    }
  })

  it('give every kind of outcome its accent', () => {
    const base = readFileSync(path.join(STYLES, 'base.css'), 'utf8')
    for (const kind of outcomeKindSchema.options) expect(base).toContain(`[data-kind='${kind}']`)
  })

  it('set no text under 16 px', () => {
    const sizes = [...LIGHT].filter(([name]) => name.startsWith('text')).map(([, value]) => value)
    expect(sizes.length).toBeGreaterThan(4)
    for (const size of sizes) expect(Number(size.replace('rem', '')) * 18).toBeGreaterThanOrEqual(16)
    for (const name of sheets) {
      const own = [...readFileSync(path.join(STYLES, name), 'utf8').matchAll(/font-size:\s*([^;]+);/g)]
      for (const [, size = ''] of own) expect(size, name).toMatch(/^var\(--text/)
    }
  })
})
