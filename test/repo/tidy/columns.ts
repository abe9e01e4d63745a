/**
 * The name of a column ends with its unit. Reads CREATE TABLE and ADD COLUMN of the migrations; a migration without any
 * column is a finding.
 */
import type { Finding, Rule, Source } from './source.ts'

const UNITS = /_(id|code|ref|hash|salt|key|name|number|unit|mode|kind|count|cents|bp|ms|on|minute|barcode|bytes)$/
/** What can come after the unit: of two columns that are the ends of a range, which one it is. */
const END = /_(min|max|from|to)$/
const YES_NO = /^(is|has)_/

/** Words whose meaning is clear without a unit. Think before adding one. */
const PLAIN = new Set(
  `author barcode city claim content email external_id format given guardian hash initials isbn key kind
  language location name note one past_closing phone postal_code preferred_given publisher reason region
  renewal_from role loan_status status street surname text title value weekday words year fund
  payee key_letter used_for needs epoch seq first_seq last_seq`.split(/\s+/),
)

/** What begins a line of a table but is not a column. */
const CLAUSES = /^(PRIMARY|UNIQUE|CHECK|FOREIGN|CONSTRAINT)\b/i

export const columns: Rule = (sources) =>
  sources.filter(({ path }) => /^migrations\/.*\/\d{4}_.*\.sql$/.test(path)).flatMap((source) => judge(source))

function judge(source: Source): readonly Finding[] {
  const found = columnsOf(source.text)
  if (found.length === 0 && /\bCREATE\s+TABLE\b/i.test(source.text)) {
    return [{ path: source.path, line: 1, says: 'a table in which no column was found' }]
  }
  return found.flatMap(({ name, line }) =>
    UNITS.test(name.replace(END, '')) || YES_NO.test(name) || PLAIN.has(name)
      ? []
      : [{ path: source.path, line, says: `column ${name} has no unit at its end` }],
  )
}

export function columnsOf(sql: string): readonly { readonly name: string; readonly line: number }[] {
  const found: { name: string; line: number }[] = []
  let isInTable = false
  for (const [index, raw] of sql.split('\n').entries()) {
    const line = raw.replace(/--.*$/, '').trim()
    const added = /\bADD\s+COLUMN\s+(\w+)/i.exec(line)
    if (added?.[1]) found.push({ name: added[1], line: index + 1 })
    const column = isInTable && !CLAUSES.test(line) ? /^([a-z_]\w*)\s+(INTEGER|TEXT|BLOB|REAL|ANY)\b/.exec(line) : null
    if (column?.[1]) found.push({ name: column[1], line: index + 1 })
    if (/^CREATE\s+TABLE\b/i.test(line)) isInTable = true
    if (line.endsWith(';')) isInTable = false
  }
  return found
}
