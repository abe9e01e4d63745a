/** What is known of the file that is being read besides its rows: which columns it has, and what links go by. */
export class FileFacts {
  /** The columns of ours that the file has, or can fill by a mapping. */
  readonly columns = new Set<string>()
  /** Numbers of another system for patrons who are here by another number. */
  readonly numbers_here = new Map<string, string>()
  /** Lines whose row was taken back after a part of it was put. */
  readonly left_out = new Set<number>()
  /** Groups of one patron: no family. */
  lone_groups_count = 0
}
