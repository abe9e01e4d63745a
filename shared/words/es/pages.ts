/** Spanish for the pages of the desk, by the folder that builds them (main/desk/pages). */
import type { PAGES as EN } from '../en/pages.ts'
import { STAFF_PAGE } from './pages/staff.ts'

export const PAGES: typeof EN = {
  staff: STAFF_PAGE,
}
