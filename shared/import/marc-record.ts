/** A MARC 21 record, in whatever format it was read: control fields have a value, the others subfields. */
export type MarcSubfield = { readonly code: string; readonly value: string }

export type MarcField = {
  readonly tag: string
  /** Of a control field (001 to 009); otherwise empty. */
  readonly value: string
  readonly indicators: string
  readonly subfields: readonly MarcSubfield[]
}

export type MarcRecord = { readonly leader: string; readonly fields: readonly MarcField[] }

export function fieldsOf(record: MarcRecord, ...tags: readonly string[]): readonly MarcField[] {
  return record.fields.filter((field) => tags.includes(field.tag))
}

/** The values of the subfields with one of these codes, in the order of the record. */
export function subfieldsOf(field: MarcField, codes: string): readonly string[] {
  return field.subfields.filter((one) => codes.includes(one.code)).map((one) => one.value)
}

/** Whether a record has this place at all, even if blank. */
export function hasPlace(record: MarcRecord, place: string): boolean {
  const code = place.slice(3)
  return fieldsOf(record, place.slice(0, 3)).some((field) => code === '' || subfieldsOf(field, code).length > 0)
}

/** A place in a record: "001" for a control field, "999c" for a subfield. The first that is not blank. */
export function valueAt(record: MarcRecord, place: string): string {
  const code = place.slice(3)
  for (const field of fieldsOf(record, place.slice(0, 3))) {
    const values = code === '' ? [field.value] : subfieldsOf(field, code)
    const found = values.find((value) => value.trim() !== '')
    if (found !== undefined) return found.trim()
  }
  return ''
}
