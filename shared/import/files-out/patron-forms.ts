/** The forms in which all patrons can be written into files. */
export const PATRON_FORMS = ['datestamp', 'koha'] as const
export type PatronForm = (typeof PATRON_FORMS)[number]
