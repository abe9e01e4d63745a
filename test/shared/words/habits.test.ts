/** How the desk and its papers speak, in both languages: no word that a clerk would not say, one word for one thing. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { must } from '../../../shared/kernel/assert.ts'
import { readSource, walk } from '../../repo/tidy/source.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** The terms of the command search are what clerks of other systems type; they are in backticks, without a value. */
const SEARCHED = 'commands.ts'
const SENTENCE_WORDS_MAX = 32

type Said = { readonly path: string; readonly text: string }

function textsIn(path: string): readonly Said[] {
  const { program } = readSource(path, readFileSync(join(ROOT, path), 'utf8'))
  const texts: string[] = []
  walk(must(program, path), (node, _parent, part) => {
    const { value } = node
    const isKeyOrPath = part === 'key' || part === 'source'
    if (node.type === 'Literal' && typeof value === 'string' && !isKeyOrPath) texts.push(value)
    if (node.type === 'TemplateElement' && !path.endsWith(SEARCHED)) texts.push((value as { raw: string }).raw)
  })
  return texts.map((text) => ({ path, text }))
}

function saidIn(language: 'en' | 'es'): readonly Said[] {
  const folder = `shared/words/${language}`
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  const paths = files.filter((file) => file.endsWith('.ts')).map((file) => join(folder, file))
  const papers = [`shared/receipt/words/${language}.ts`, `shared/receipt/words/cash-${language}.ts`]
  return [...paths, ...papers].flatMap(textsIn)
}

/** What is not said, and what is said instead. */
const AVOIDED: Readonly<Record<'en' | 'es', readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\b(who|what|which)(so)?ever\b/i, 'the patron, the clerk, anyone'],
    [/\b(some|any|every)body\b/i, 'someone, another patron, everyone'],
    [/\banew\b|\bby now\b|\ball the same\b|\botherwise too\b|\btill\b/i, 'again, now, even so'],
    [/\b(go|goes|went) on\b/i, 'continue'],
    [/\bbecomes? of\b|\bput right\b|\bputs it right\b/i, 'happens to, correct'],
    [/\bborrower|\bcustomer|\bshipment|\bpenalty\b|\bdischarge\b/i, 'the words of docs/glossary.md'],
    [
      /(^|[^'\w-])pick-up\b|\bcheck-out (receipt|is|of)\b|\bcolour|\bcancelled|\bcatalogue\b/i,
      'pickup, checkout, US spelling',
    ],
    [/\btick\b/i, 'check mark'],
    [/\b(is|was|are) still to come\b/i, 'is in the future'],
    [/^empty:|\bleave it empty\b|\bleft empty\b/i, 'blank'],
  ],
  es: [
    [/\b[Pp]uls(e|a|ar)\b/, 'presione'],
    [/aprobaci[óo]n|\baprobar\b|\bapruebe\b/i, 'autorización'],
    [/\brespaldos?\b/i, 'copia de seguridad'],
    [/\bpapeletas?\b/i, 'comprobante'],
    [/\bretrasos?\b/i, 'atraso'],
    [/\bcantidad\b(?! de)/i, 'monto'],
    [/\bfacturad[oa]\b|\bse factura\b/i, 'cobrado como perdido'],
    [/\bhallad[oa]\b|\bfaltante\b.*dañado/i, 'encontrado, extraviado'],
    [/\beste equipo\b|\bordenador\b/i, 'esta computadora'],
    [/\brazón\b/i, 'motivo'],
    [/\bcifras?\b/i, 'dígito'],
    [/[«»]/, '“ ”'],
    [/\bvosotros\b|\bvuestr/i, 'usted'],
    [/\bcaj[oó]n(es)?\b|\brecuentos?\b/i, 'caja, conteo'],
    [/\bcaducad|\bcarné\b|\blector(es)?\b|\bsocios?\b/i, 'vencido, tarjeta, usuario'],
  ],
}

describe.each(['en', 'es'] as const)('every text in %s', (language) => {
  const said = saidIn(language)

  test('is found', () => {
    expect(said.length).toBeGreaterThan(1000)
  })

  test('has no word that is not said at a desk', () => {
    const found = AVOIDED[language].flatMap(([pattern, better]) =>
      said.filter(({ text }) => pattern.test(text)).map(({ path, text }) => `${path}: “${text}” (${better})`),
    )
    expect(found).toEqual([])
  })

  test('has no two spaces, no space before a mark, and none around a dash', () => {
    expect(said.filter(({ text }) => /\S {2,}\S|\S [,.;:!](\s|$)|\w - \w/u.test(text))).toEqual([])
  })

  test('has no sentence that is too long to be read in passing', () => {
    const long = said.filter(({ text }) =>
      text.split(/[.:;?]/).some((one) => one.trim().split(/\s+/).length > SENTENCE_WORDS_MAX),
    )
    expect(long).toEqual([])
  })
})

test('a question in Spanish opens as it closes', () => {
  const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0
  const open = saidIn('es').filter(({ text }) => count(text, /¿/g) !== count(text, /\S\?/g))
  expect(open).toEqual([])
})
