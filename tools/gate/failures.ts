/**
 * The failures of a run in few lines, for the end of a log: often only its last lines are kept. Pure. Never leaves out
 * a failure without saying how many there were.
 */

/** `name`: one line. `says`: the lines that explain it, most important first; may be empty. */
export type Failure = { readonly name: string; readonly says: readonly string[] }

const HEADING = 'Failed:'
const NAME = '- '
const INDENT = '    '
/** What fits a log's last screenful beside the table and the line of totals. */
const LINES_MAX = 40
/** For each failure, when there are few. */
export const SAYS_MAX = 10
const COLUMNS_MAX = 160

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > COLUMNS_MAX ? `${line.slice(0, COLUMNS_MAX - 1)}…` : line
}

/** At most 40 lines including the heading; the fewer failures, the more lines each. Empty when nothing failed. */
export function failureLines(failures: readonly Failure[]): readonly string[] {
  if (failures.length === 0) return []
  const room = LINES_MAX - 1
  const named = failures.length > room ? failures.slice(0, room - 1) : failures
  const says_count = Math.min(SAYS_MAX, Math.floor(room / failures.length) - 1)
  const lines = named.flatMap(({ name, says }) => {
    const told = says.filter((line) => line.trim() !== '').slice(0, Math.max(0, says_count))
    return [`${NAME}${oneLine(name)}`, ...told.map((line) => `${INDENT}${oneLine(line)}`)]
  })
  const left_count = failures.length - named.length
  return [HEADING, ...lines, ...(left_count > 0 ? [`${NAME}and ${left_count} more`] : [])]
}

/** The failures that a test run printed right before its closing line; none when it printed no such list. */
export function readFailures(output: string): readonly Failure[] {
  const lines = output.trimEnd().split('\n').slice(0, -1)
  const failures: { name: string; says: string[] }[] = []
  for (const line of lines.slice(lines.lastIndexOf(HEADING) + 1 || lines.length)) {
    if (line.startsWith(NAME)) failures.push({ name: line.slice(NAME.length), says: [] })
    else if (line.startsWith(INDENT)) failures.at(-1)?.says.push(line.slice(INDENT.length))
  }
  return failures
}
