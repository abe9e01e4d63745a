/** Every "no" about the desk's files and its recovery key. In precedence order. */
import type { RefusalEntry } from './entry.ts'

export const FILE_REFUSALS = [
  {
    code: 'rescue-over',
    kind: 'impossible',
    override: 'nobody',
    says: 'The desk is open.',
    way_out: 'Go on.',
  },
  {
    code: 'recovery-key-needed',
    kind: 'impossible',
    override: 'nobody',
    says: 'This computer has no key for that backup.',
    way_out: 'Type the recovery key of the desk that made it.',
  },
  {
    code: 'recovery-key-length',
    kind: 'impossible',
    override: 'nobody',
    says: 'A recovery key has {needed} letters and digits; {count} were typed.',
    way_out: 'Compare it with the paper, group by group.',
  },
  {
    code: 'recovery-key-mistyped',
    kind: 'impossible',
    override: 'nobody',
    says: 'Something in group {group} of the recovery key is mistyped.',
    way_out: 'Compare that group with the paper.',
  },
  {
    code: 'recovery-key-wrong',
    kind: 'impossible',
    override: 'nobody',
    says: 'That recovery key does not open these files.',
    way_out: 'Check that it is this desk’s own, or restore a backup.',
  },
  {
    code: 'place-not-whole',
    kind: 'impossible',
    override: 'nobody',
    says: '{place} does not say where on this computer it is.',
    way_out: 'Type the whole path, such as {example}.',
  },
  {
    code: 'folder-exists',
    kind: 'impossible',
    override: 'nobody',
    says: '{folder} is there already, and nothing in it is overwritten.',
    way_out: 'Type the name of a folder that is not there yet.',
  },
  {
    code: 'place-is-data',
    kind: 'impossible',
    override: 'nobody',
    says: '{place} would lie among this desk’s own data.',
    way_out: 'Choose a place outside its data folder, best on another disk.',
  },
  {
    code: 'place-full',
    kind: 'impossible',
    override: 'nobody',
    says: 'There is no room for {file}; nothing was written.',
    way_out: 'Free some space there, or choose another disk.',
  },
  {
    code: 'backup-running',
    kind: 'impossible',
    override: 'nobody',
    says: 'A backup is being made.',
    way_out: 'Wait until it is done, then try again.',
  },
] as const satisfies readonly RefusalEntry[]
