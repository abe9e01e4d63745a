/** A member of staff as the desk knows them while they are at work: who they are and what their role is. */
import type { StaffCode } from '../kernel/ids.ts'

export type StaffMember = {
  readonly staff_code: StaffCode
  readonly name: string
  readonly initials: string
  /** The code of a role. */
  readonly role: string
}
