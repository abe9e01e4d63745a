/**
 * Generates docs/commands.md from the contract: every method with its input, output, refusals and an example. With
 * --check it changes nothing and fails when the file is stale.
 */
import { readFileSync, writeFileSync, existsSync } from 'node:fs'
import { z } from 'zod'
import { refusalEntry, type RefusalCode } from '../shared/refusals/refusals.ts'
import { CONTRACT, type MethodName } from '../shared/ipc/contract.ts'
import { REFUSALS_OF_ALL, type MethodSpec, type Permission } from '../shared/ipc/method.ts'
import { isGrant } from '../shared/staff/permissions.ts'
import { en } from '../shared/words/en/en.ts'
import { numberIn } from '../shared/words/plural.ts'

const FILE = new URL('../docs/commands.md', import.meta.url)

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  required?: string[]
  pattern?: string
  maxLength?: number
  minimum?: number
  maximum?: number
  default?: unknown
  additionalProperties?: Schema | boolean
}

/** A schema as one short line: { card_barcode: text, limit?: whole number } */
function short(schema: Schema, depth = 0): string {
  const either = schema.anyOf ?? schema.oneOf
  if (either) return [...new Set(either.map((one) => short(one, depth)))].join(' or ')
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.type === 'array') return `[${short(schema.items ?? {}, depth)}, …]`
  if (schema.type === 'object') {
    const names = Object.entries(schema.properties ?? {})
    if (names.length === 0) return typeof schema.additionalProperties === 'object' ? '{ name: text, … }' : '{}'
    if (depth > 2) return '{ … }'
    const required = new Set(schema.required)
    const parts = names.map(([name, one]) => `${name}${required.has(name) ? '' : '?'}: ${short(one, depth + 1)}`)
    return `{ ${parts.join(', ')} }`
  }
  const words: Record<string, string> = {
    string: 'text',
    integer: 'whole number',
    boolean: 'true or false',
    null: 'null',
  }
  return words[String(schema.type)] ?? String(schema.type ?? 'anything')
}

/** A snapshot is long and the same everywhere: named by reference, spelled out at desk.snapshot. */
function outputLine(name: MethodName, schema: z.ZodType): string {
  const line = short(z.toJSONSchema(schema, { io: 'output' }) as Schema)
  return name !== 'desk.snapshot' && line.startsWith('{ snapshot:') ? '{ snapshot } as of desk.snapshot' : line
}

/** Who may call it; a grant in words. */
function whoMay(permission: Permission): string {
  return isGrant(permission) ? `a role with \`${permission}\` (${en.staff.grants[permission]})` : permission
}

/** A number that no sentence has; written out, it gives way to the name of its fact. */
const STANDS_FOR_COUNT = 7_654_321

/** The words of a refusal, with its facts by name. A count is a number, or its word could not be chosen. */
function sentenceOf(code: RefusalCode): string {
  const { says } = en.refusals[code]
  if (typeof says === 'string') return says
  const facts = Object.entries(refusalEntry(code).facts)
  const counts = facts.flatMap(([name, kind]) => (kind === 'count' ? [name] : []))
  const named = facts.map(([name, kind]) => {
    if (kind === 'count') return [name, STANDS_FOR_COUNT + counts.indexOf(name)]
    return [name, typeof kind === 'string' ? `{${name}}` : kind[0]]
  })
  const sentence = (says as (facts: unknown) => string)(Object.fromEntries(named))
  return counts.reduce((text, name, index) => {
    const figure = STANDS_FOR_COUNT + index
    return text.replaceAll(numberIn('en')(figure), `{${name}}`).replaceAll(`${figure}`, `{${name}}`)
  }, sentence)
}

function methodText(name: MethodName, spec: MethodSpec): string {
  const records = spec.changes ? 'Can record entries; takes a commandId.' : 'Records nothing.'
  const own = spec.refusals.map((code: RefusalCode) => `- \`${code}\`: ${sentenceOf(code)}`)
  const refusals = spec.passes_on ? [...own, '- Also any refusal of the method that it carries out.'] : own
  return [
    `## ${name}`,
    '',
    spec.does,
    '',
    `- Callers: ${whoMay(spec.permission)}. Confidentiality: ${spec.confidentiality}. ${records}`,
    `- Input: \`${short(z.toJSONSchema(spec.input, { io: 'input' }) as Schema)}\``,
    `- Output: \`${outputLine(name, spec.output)}\``,
    '',
    '```json',
    JSON.stringify({ method: name, input: spec.example }),
    '```',
    ...(refusals.length > 0 ? ['', 'Refusals:', '', ...refusals] : []),
  ].join('\n')
}

const OF_ALL = REFUSALS_OF_ALL.map((code) => `\`${code}\``).join(', ')

const HEAD = `# Commands

Generated from \`shared/ipc/contract.ts\` by \`tools/commands-doc.ts\`. Do not edit by hand.

The script door reads one JSON command per line and writes one JSON result per line, through the same router, checks
and roles as the screens:

\`\`\`
npm run --silent desk:exec -- --data DIR < commands.jsonl
\`\`\`

A result is one of these:

- \`{"kind":"ok","output":…}\`
- \`{"kind":"refused","code":…,"says":…,"way_out":…}\` when the rules say no
- \`{"kind":"failed","code":…,"says":…}\` when something outside Datestamp failed, such as the disk; it can have
  \`"is_recorded":true\`, as below
- \`{"kind":"bad-input","says":…}\` when the command does not fit its input on this page
- \`{"kind":"fault","fault":…,"is_recorded":…,"says":…}\` when Datestamp itself has a bug. If \`is_recorded\` is true,
  the entry was saved before the fault: check what was done, and do not send the command again

A command that records and has no \`commandId\` is given a new one. Sending the same id again returns the same answer
and records nothing new. An import finishes before the next line is read. Relative paths start from the folder that
the script runs in. Sign in first, as at the desk. The exit code is 2 where the folder was not opened, also because
another program has it open, and 1 where the door could not write what it says on stderr, such as on a full disk: every
line has its answer even so.

With \`--practice\` the folder is a practice desk: a new one is filled with the sample library, and its person is
signed in. It has training devices, which \`training.…\` handle as a person would, and they are plugged in before the
first line is read. Each line is answered once what follows from it is done: a barcode that was scanned is taken, a
paper printed (the next \`desk.snapshot\` shows it; after \`training.show\`, the paper too). What a printer has that
cannot print is not waited for. A folder opens as the kind of desk that it is, or not at all.

\`\`\`
{"method":"training.scan","input":{"barcode":"21234000123455"}}
{"method":"training.printer","input":{"paper":"out"}}
\`\`\`

Any method can return ${OF_ALL}, and \`not-permitted\` where a grant is needed. Its other refusals are listed with it.
`

const methods = Object.entries(CONTRACT) as [MethodName, MethodSpec][]
const text = `${HEAD}\n${methods.map(([name, spec]) => methodText(name, spec)).join('\n\n')}\n`
const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
if (process.argv.includes('--check')) {
  if (before !== text) {
    console.error('stale: docs/commands.md')
    process.exit(1)
  }
} else if (before !== text) {
  writeFileSync(FILE, text)
}
