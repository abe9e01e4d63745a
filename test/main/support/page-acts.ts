/**
 * What every page must keep, whoever built it: each act is a call the contract takes once its fields are filled in, no
 * letter does two things in one place, and ids are ids.
 */
import { MAIN_ACTS_COUNT_MAX } from '../../../shared/desk/page-weights.ts'
import { CONTRACT, isMethodName } from '../../../shared/ipc/contract.ts'
import { EXAMPLE_ID } from '../../../shared/ipc/method.ts'
import type { Act, Field, PageView } from '../../../shared/desk/page.ts'
import { previewed, withValue } from '../../../shared/desk/read-field.ts'

/** What a clerk might fill in, as it is sent. */
function sample(field: Field): unknown {
  switch (field.kind) {
    case 'text':
    case 'code':
    case 'card':
    case 'long-text':
    case 'folder':
      return field.value || 'A few words'
    case 'pin':
      return '471108'
    case 'choice':
      return field.value || (field.options[0]?.value ?? '')
    case 'birth-date':
      return field.value
    case 'date':
      return field.value || (field.is_required ? '2026-12-15' : null)
    case 'money':
    case 'total':
      return Number(field.value || '250')
    case 'number':
      return field.value === '' && !field.is_required ? null : Number(field.value || '1')
    case 'count':
      return field.options.map(({ value }) => ({ denomination_cents: Number(value), pieces_count: 1 }))
    case 'tick':
      return field.value === 'yes'
  }
}

/** Puts a value at a path such as "values.fine_cents". */
function put(input: Record<string, unknown>, path: string, value: unknown): void {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    input[head] = value
    return
  }
  const inner = { ...(input[head] as Record<string, unknown> | undefined) }
  put(inner, rest.join('.'), value)
  input[head] = inner
}

function actFaults(act: Act): string[] {
  const { method, input: known } = act.call
  if (!isMethodName(method)) return [`${act.label}: there is no method ${method}`]
  const spec = CONTRACT[method]
  const input: Record<string, unknown> = { ...known, ...(spec.changes ? { commandId: EXAMPLE_ID } : {}) }
  for (const field of act.asks) put(input, field.name, sample(field))
  const parsed = spec.input.safeParse(input)
  return parsed.success ? [] : [`${act.label}: ${method} does not take it: ${parsed.error.message}`]
}

/** A preview reads, answers in lines, and is neither more nor less confidential than what it is the preview of. */
function previewFaults({ label, call, preview, asks }: Act): string[] {
  if (preview === null) return []
  if (!isMethodName(call.method) || !isMethodName(preview.method)) return [`${label}: there is no such preview`]
  const [of, spec] = [CONTRACT[call.method], CONTRACT[preview.method]]
  const asked = previewed(preview, asks)
  const filled = asked.reduce((input, field) => withValue(input, field.name.split('.'), sample(field)), preview.input)
  const inputs = [preview.input, filled]
  return [
    ...(spec.changes ? [`${label}: its preview may record`] : []),
    ...(spec.confidentiality === of.confidentiality ? [] : [`${label}: its preview is ${spec.confidentiality}`]),
    ...(spec.permission === of.permission ? [] : [`${label}: its preview may be asked by ${spec.permission}`]),
    ...('shape' in spec.output && 'lines' in spec.output.shape
      ? []
      : [`${label}: its preview does not answer in lines`]),
    ...(asked.some(({ kind }) => kind === 'pin') ? [`${label}: its preview sends a PIN`] : []),
    ...inputs.flatMap((input) => (spec.input.safeParse(input).success ? [] : [`${label}: its preview is not taken`])),
  ]
}

function twice(what: string, all: readonly string[]): string[] {
  return all.filter((one, at) => one !== '' && all.indexOf(one) !== at).map((one) => `${what} ${one} stands twice`)
}

/** At most three buttons in sight, and what is grave comes last. */
function tooMany(acts: readonly Act[], enter: Act | null): string[] {
  const main = acts.filter((one) => one.weight === 'main')
  const most = enter === null ? MAIN_ACTS_COUNT_MAX : MAIN_ACTS_COUNT_MAX - 1
  const grave_at = acts.findIndex((one) => one.is_grave)
  const isLast = grave_at < 0 || acts.slice(grave_at).every((one) => one.is_grave)
  return [
    ...(main.length > most ? [`${main.length} buttons: ${main.map(({ label }) => label).join(', ')}`] : []),
    ...(isLast ? [] : ['an act follows a grave one']),
  ]
}

/** Everything that is wrong with a page; an empty list for a good one. */
export function pageFaults(page: PageView): string[] {
  const rows = page.sections.flatMap((section) => (section.kind === 'table' ? section.rows : []))
  const quick = page.sections.flatMap((section) => (section.kind === 'choices' ? section.choices : []))
  const whole = { ...page, acts: [...page.acts, ...quick.map(({ act }) => act)] }
  const places = [whole, ...rows]
  const acts = places.flatMap((one) => [...one.acts, ...(one.enter ? [one.enter] : [])])
  const widths = page.sections.flatMap((section) =>
    section.kind === 'table'
      ? section.rows
          .filter((row) => row.cells.length !== section.columns.length)
          .map((row) => `${row.row_id} has ${row.cells.length} cells in ${section.columns.length} columns`)
      : [],
  )
  return [
    ...acts.flatMap((one) => [...actFaults(one), ...previewFaults(one)]),
    ...places.flatMap((one) =>
      twice(
        'the letter',
        one.acts.map((act) => act.key),
      ),
    ),
    ...places.flatMap((one) =>
      twice(
        'the act',
        one.acts.map((act) => act.act_id),
      ),
    ),
    ...twice(
      'the row',
      rows.map((row) => row.row_id),
    ),
    ...places.flatMap((one) => tooMany(one.acts, 'row_id' in one ? one.enter : null)),
    ...twice(
      'the section',
      page.sections.map((section) => section.section_id),
    ),
    ...widths,
  ]
}
