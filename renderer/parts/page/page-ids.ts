/** The ids in the document of a page's tables and rows, by which the line names its row, and of a form's fields. */
import type { Field, PageView } from '../../../shared/desk/page.ts'
import { pageRows } from '../../desk/page.ts'
import type { Form } from '../../desk/state.ts'

export const gridElementId = (section_id: string): string => `grid-${section_id.replaceAll(/\s/g, '_')}`

/** Ids of the tables that have rows, with spaces between; empty when there are none. */
export function gridElementIds(page: PageView): string {
  return page.sections
    .filter((section) => section.kind === 'table' && section.rows.length > 0)
    .map((section) => gridElementId(section.section_id))
    .join(' ')
}

/** A row goes by its place among all rows: what it is called may hold anything. */
export const rowElementIdAt = (at: number): string => `page-row-${at}`

export function rowElementId(page: PageView, row_id: string): string | undefined {
  const at = pageRows(page).findIndex((row) => row.row_id === row_id)
  return at < 0 ? undefined : rowElementIdAt(at)
}

export function fieldElementId(form: Form, field: Field): string {
  return `form-${form.form_id}-${field.name}`
}
