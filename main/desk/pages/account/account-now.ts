/** What each part of the account page is made from: the desk, its words, the open patron, this moment. */
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Account } from '../../../circulation/accounts/account.ts'
import type { Desk } from '../../desk.ts'
import type { Here } from '../../../library/here.ts'

export type AccountNow = Here & { readonly desk: Desk; readonly speech: Speech; readonly account: Account }
