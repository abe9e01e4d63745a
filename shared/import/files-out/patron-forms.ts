/** The forms in which all patrons can be written into files. */
import { MAPPING_NAMES } from '../mapping/patron-mapping.ts'

export const PATRON_FORMS = ['datestamp', ...MAPPING_NAMES] as const
export type PatronForm = (typeof PATRON_FORMS)[number]
