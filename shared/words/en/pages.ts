/** English for the pages of the desk, by the folder that builds them (main/desk/pages). */
import { STAFF_PAGE } from './pages/staff.ts'

export const PAGES = {
  staff: STAFF_PAGE,
}
