/** The languages the desk, its papers and the cards of its patrons speak. */
import { z } from 'zod'

export const languageSchema = z.enum(['en', 'es'])
export type Language = z.infer<typeof languageSchema>
