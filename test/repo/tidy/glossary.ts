/**
 * The glossary rules the names: a word that one of its lines says never to use, and that its table lists as enforced,
 * is in no identifier, code, column or file name. Reads docs/glossary.md.
 */
import { lineOf, nameOf, walk, type Finding, type Rule, type Source } from './source.ts'

const GLOSSARY = 'docs/glossary.md'

type Ban = {
  readonly word: string
  readonly instead: string
  /** Names of others, of Electron or of Node, that may contain it. */
  readonly allowed: ReadonlySet<string>
}

/** Every word that a line says never to use: `Never "user", "customer" or "patron".` */
function neverWords(text: string): ReadonlySet<string> {
  const sentences = [...text.matchAll(/\bNever ((?:(?:, | or )?"[^"]+")+)/g)].map(([, quoted = '']) => quoted)
  return new Set(sentences.flatMap((quoted) => [...quoted.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word)))
}

const ROW = /^\| ([a-z]+) +\| ([a-z ]+?) +\| (.*?) *\|$/

/** The table: the word, what to say instead, and the names that may contain it. */
function bansIn({ path, text }: Source): { readonly bans: readonly Ban[]; readonly findings: readonly Finding[] } {
  const never = neverWords(text)
  const rows = text.split('\n').flatMap((line, index) => {
    const [row, word = '', instead = '', names = ''] = ROW.exec(line) ?? []
    if (row === undefined || word === 'never') return []
    return [{ line: index + 1, word, instead, allowed: new Set(names.match(/(?<=`)[\w-]+(?=`)/g)) }]
  })
  const unsaid = rows.filter(({ word }) => !never.has(word))
  return {
    bans: rows,
    findings: unsaid.map(({ line, word }) => ({ path, line, says: `no line says never "${word}"` })),
  }
}

/** The words of a name, in lower case and without a plural s: "lastBorrowers" is last, borrower. */
function wordsOf(name: string): readonly string[] {
  const parts = name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
  return parts
    .toLowerCase()
    .split(/[^a-z]+/)
    .map((word) => word.replace(/ies$/, 'y').replace(/(?<!s)s$/, ''))
}

const CODE = /^[a-z]+(-[a-z]+)+$/

const blank = (comment: string): string => ' '.repeat(comment.length)

type Named = { readonly name: string; readonly line: number }

/** Each name of the file once, at its first place; also the file's own name. */
function namesOf({ path, text, program }: Source): readonly Named[] {
  const found = new Map<string, number>([[path.slice(path.lastIndexOf('/') + 1), 1]])
  const note = (name: string, at: number): void => {
    if (!found.has(name)) found.set(name, lineOf(text, at))
  }
  if (program)
    walk(program, (node) => {
      if (node.type === 'Identifier' || node.type === 'PrivateIdentifier')
        note(nameOf(node) || String(node['name']), node.start)
      // A code is the name of its entry: 'hold-captured': {…}.
      else if (node.type === 'Property' && CODE.test(nameOf(node['key']))) note(nameOf(node['key']), node.start)
    })
  else for (const match of text.replaceAll(/--.*/g, blank).matchAll(/\b[a-z_]+\b/g)) note(match[0], match.index)
  return [...found].map(([name, line]) => ({ name, line }))
}

export const glossary: Rule = (sources) => {
  const source = sources.find(({ path }) => path === GLOSSARY)
  if (!source) return [{ path: GLOSSARY, line: 1, says: 'is not there' }]
  const { bans, findings } = bansIn(source)
  const looked = sources.filter(({ path, program }) => program !== null || path.endsWith('.sql'))
  return [...findings, ...looked.flatMap((one) => namesOf(one).flatMap((named) => judge(one, named, bans)))]
}

function judge({ path }: Source, { name, line }: Named, bans: readonly Ban[]): readonly Finding[] {
  const words = wordsOf(name)
  return bans
    .filter(({ word, allowed }) => words.includes(word) && !allowed.has(name))
    .map(({ word, instead }) => ({ path, line, says: `${name}: never "${word}", say "${instead}"` }))
}
