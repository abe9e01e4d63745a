/**
 * Words and constructs that are banned in the code, each with the folders where they are allowed. Checks the syntax, so
 * that a word in a comment or a message is not a finding.
 */
import {
  isNode,
  lineOf,
  memberName,
  nameOf,
  walk,
  type Finding,
  type Rule,
  type Source,
  type SyntaxNode,
} from './source.ts'

type Ban = {
  readonly name: string
  /** Paths where it is allowed. */
  readonly allowed: RegExp
  readonly isIn: (node: SyntaxNode) => boolean
}

const NOWHERE = /^$/
/** Programs for people who build the desk, and the ports through which the desk itself reaches clock and random. */
const EDGES = /^(tools|bench|test)\/|-edge\.tsx?$|\.config\.ts$/
const TEST_CALLS = ['it', 'test', 'describe', 'suite']

const text = (node: SyntaxNode): string => {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateElement') return ''
  const value = node['value']
  return typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : ''
}
const isNever = (node: SyntaxNode): boolean => node.type === 'TSNeverKeyword'
const isCallOf = (node: SyntaxNode, name: string): boolean =>
  node.type === 'CallExpression' && nameOf(node['callee']) === name

/** `it.only`, `describe.skip`, and also behind a chain such as `it.concurrent.only`. */
function isTestMember(node: SyntaxNode, member: string): boolean {
  if (node.type !== 'MemberExpression' || nameOf(node['property']) !== member) return false
  let object = node['object']
  while (isNode(object) && object.type === 'MemberExpression') object = object['object']
  return TEST_CALLS.includes(nameOf(object))
}

const MONEY = /cents|amount|price|owed|balance|charge|fee|fine/i

/** `amount_cents || 0`: a value that is not understood must not become nothing owed. */
function isMoneyOrZero(node: SyntaxNode): boolean {
  if (node.type !== 'LogicalExpression' || node['operator'] !== '||' || !isNode(node['right'])) return false
  if (node['right'].type !== 'Literal' || node['right']['value'] !== 0 || !isNode(node['left'])) return false
  let isMoney = false
  walk(node['left'], (part) => {
    isMoney ||= MONEY.test(nameOf(part))
  })
  return isMoney
}

const SQL_STAR = /\bselect\s+(distinct\s+)?([a-z_]+\.)?\*/i
/** Statements in capitals, as they are written here, so that a sentence for a clerk is not a finding. */
const SQL_VERB =
  /\b(SELECT\b[^]+\bFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TEMP )?(TABLE|VIEW))\b/

const BANS: readonly Ban[] = [
  { name: 'any', allowed: NOWHERE, isIn: (node) => node.type === 'TSAnyKeyword' },
  {
    // It silences the compiler about a whole value. A test may pass what no type allows.
    name: 'as never',
    allowed: /^test\//,
    isIn: (node) => node.type === 'TSAsExpression' && isNode(node['typeAnnotation']) && isNever(node['typeAnnotation']),
  },
  { name: 'enum', allowed: NOWHERE, isIn: (node) => node.type === 'TSEnumDeclaration' },
  {
    name: 'namespace',
    allowed: NOWHERE,
    isIn: (node) => node.type === 'TSModuleDeclaration' && node['kind'] === 'namespace',
  },
  { name: 'export default', allowed: /\.config\.ts$/, isIn: (node) => node.type === 'ExportDefaultDeclaration' },
  { name: 'export * (a barrel)', allowed: NOWHERE, isIn: (node) => node.type === 'ExportAllDeclaration' },
  { name: 'Date.now', allowed: EDGES, isIn: (node) => memberName(node) === 'Date.now' },
  { name: 'Math.random', allowed: EDGES, isIn: (node) => memberName(node) === 'Math.random' },
  {
    name: 'new Date() without a moment',
    allowed: EDGES,
    isIn: (node) => node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && isEmpty(node['arguments']),
  },
  { name: 'console', allowed: EDGES, isIn: (node) => memberName(node).startsWith('console.') },
  {
    name: 'parseFloat',
    allowed: NOWHERE,
    isIn: (node) => isCallOf(node, 'parseFloat') || memberName(node) === 'Number.parseFloat',
  },
  {
    name: 'vi.mock',
    allowed: NOWHERE,
    isIn: (node) => ['vi.mock', 'vi.doMock', 'vi.hoisted'].includes(memberName(node)),
  },
  { name: '.only', allowed: NOWHERE, isIn: (node) => isTestMember(node, 'only') },
  { name: '.skip', allowed: NOWHERE, isIn: (node) => isTestMember(node, 'skip') },
  { name: '.todo', allowed: NOWHERE, isIn: (node) => isTestMember(node, 'todo') },
  {
    name: 'xit',
    allowed: NOWHERE,
    isIn: (node) => ['xit', 'xtest', 'xdescribe', 'fit'].some((name) => isCallOf(node, name)),
  },
  { name: 'money || 0', allowed: NOWHERE, isIn: isMoneyOrZero },
  { name: 'SELECT *', allowed: /^(test|bench)\//, isIn: (node) => SQL_STAR.test(text(node)) },
  {
    name: 'selectAll (SELECT *)',
    allowed: /^(test|bench)\//,
    isIn: (node) => nameOf(node['property']) === 'selectAll',
  },
  {
    name: 'SQL outside main/store',
    allowed: /^(main\/store|central|tools|bench|test)\//,
    isIn: (node) => SQL_VERB.test(text(node)),
  },
]

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

export const bannedWords: Rule = (sources) => sources.flatMap(wordsIn)

function wordsIn(source: Source): readonly Finding[] {
  const findings: Finding[] = []
  const { program, path } = source
  if (path.endsWith('.sql')) return starsIn(source)
  if (!program) return findings
  const bans = BANS.filter((ban) => !ban.allowed.test(path))
  walk(program, (node) => {
    for (const ban of bans)
      if (ban.isIn(node)) findings.push({ path, line: lineOf(source.text, node.start), says: ban.name })
  })
  return findings
}

function starsIn({ path, text: sql }: Source): readonly Finding[] {
  return sql
    .split('\n')
    .flatMap((line, index) => (SQL_STAR.test(line) ? [{ path, line: index + 1, says: 'SELECT *' }] : []))
}

/** A promise for later belongs in an issue, where people see it. */
const LATER = /\b(TODO|FIXME|XXX|HACK)\b/
/** True only on one machine: a folder of its own, or the host a package came from. */
const ONE_MACHINE = /(^|[\s'"`(=])\/(work|home|Users|root|tmp\/\w+)\/[\w.-]|registry\.[\w-]+\.(org|com)|\bnpmjs\b/

export const comments: Rule = (sources) =>
  sources.flatMap(({ path, text: whole, program, comments: notes }) => {
    if (path.endsWith('.json')) return []
    const parts = program ? notes : [{ start: 0, value: whole }]
    return parts.flatMap(({ start, value }) =>
      linesMatching(value, LATER).map((line) => ({
        path,
        line: lineOf(whole, start) + line,
        says: 'a promise for later',
      })),
    )
  })

export const oneMachine: Rule = (sources) =>
  sources.flatMap(({ path, text: whole }) =>
    linesMatching(whole, ONE_MACHINE).map((line) => ({ path, line: line + 1, says: 'true only of one machine' })),
  )

function linesMatching(whole: string, pattern: RegExp): readonly number[] {
  return whole.split('\n').flatMap((line, index) => (pattern.test(line) ? [index] : []))
}
