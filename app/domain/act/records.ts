import type { DeadlineKind } from '#app/domain/matter/deadline.ts'
import type { VerifiedDetail } from './administration-acts.ts'
import type { CommentDetail } from './consultation-acts.ts'
import type { RecordDefinition } from './definition.ts'
import { CLEARANCE_HOLDERS } from './told.ts'

/** What was given: a code of the telephone, or a spare one. */
export type CodeKind = 'code' | 'spare-code'

type Ended = { readonly clearance: string; readonly cause: string }

/** What the trail keeps of what nobody does as an act of its own: clearances, sign-ins, downloads. */
export type RecordDetails = {
	'clearance.issued': {
		readonly clearance: string
		readonly number: string
		readonly kind: string
		readonly version: string
		readonly contentSha256: string
		/** Who signed it confirmed that the law behind it still stands; entries of before say nothing of it. */
		readonly lawConfirmed?: true
	}
	'clearance.voided': Ended
	'clearance.consumed': Ended
	'clearance.expired': Ended
	/** A period that was counted before the holidays of its last year were known. Plain dates. */
	'period.recounted': { readonly kind: DeadlineKind; readonly before: string; readonly dueOn: string }
	/** 入库. In the stream of the document all that was entered; in that of its matter, where earlier releases say it. */
	'document.registered':
		| { readonly document: string; readonly documentNumber: string }
		| {
				readonly document: string
				readonly documentNumber: string
				readonly title: string
				readonly issuer: string
				readonly publishedOn: string
				readonly effectiveOn: string
				readonly expiresOn: string | null
				readonly publishedIn: string | null
				readonly source: string
				readonly matterId: string | null
				readonly versionId: string | null
				readonly contentSha256: string
				readonly fileSha256: string | null
		  }
	/** Somebody without an account commented on a draft that is open to the public. */
	'comment.received': CommentDetail
	/** A file by its hash, or a comparison by its pair and paper. */
	'file.downloaded': Readonly<Record<string, string | number>>
	/** The evidence of a matter left the house: by hand of whom the entry says, or by the command of whoever runs it. */
	'evidence.taken': { readonly by: 'person' | 'command' }
	/** A list that holds others' names or the trail itself: which, as what, and by what it was narrowed. */
	'list.exported': { readonly list: string; readonly format: string; readonly narrowedBy: string }
	'session.opened': { readonly address: string; readonly by?: CodeKind }
	/** The password was right, and a code was asked for. */
	'session.code-asked': { readonly address: string }
	/** A code was given again, before an act that counts because of who does it. */
	'session.confirmed': { readonly by: CodeKind }
	'second-factor.set': { readonly isReplaced: boolean }
	'second-factor.ended': { readonly by: 'link' | 'recovery' }
	'session.ended': { readonly scope: 'here' | 'everywhere' }
	/** Entries of before do not say how. */
	'password.set': { readonly by?: 'link' | 'recovery' | 'self' }
	'installation.opened': {
		readonly jurisdiction: string
		readonly people: readonly string[]
		readonly links: readonly string[]
	}
	'gate.wall-fired': { readonly command: string }
	/** Rows of an earlier release, as they were found; the last of these entries says so. Or what a migration has made of rows. */
	'trail.adopted': { readonly rows: number; readonly isLast: boolean; readonly migration?: string }
	/** The house verified its trail by itself, as it does once a day: all of it holds, or something does not. */
	'trail.held': VerifiedDetail
	'trail.bent': VerifiedDetail
	/** A public key that this house signs with from now on, in base64. */
	'key.introduced': {
		readonly key: string
		readonly use: 'clearance' | 'checkpoint'
		readonly publicKey: string
	}
}

/** Entries of the trail that follow from an act, from the clock, or from coming and going. */
export const RECORDS = {
	'clearance.issued': {},
	'clearance.voided': { clearance: { valid: 'void' }, told: CLEARANCE_HOLDERS },
	'clearance.consumed': { clearance: { valid: 'consumed' } },
	'clearance.expired': {
		clearance: { valid: 'expired' },
		// [29]; whether it is still out of scope is decided anew. What was decided stays decided.
		matter: { cleared: 'recheck', 'out-of-scope': 'accepted', decided: 'decided' },
		told: [...CLEARANCE_HOLDERS, 'drafter'],
	},
	'period.recounted': { told: ['drafter', 'head', 'reviewer'] },
	'document.registered': {},
	'comment.received': {},
	'file.downloaded': {},
	'evidence.taken': {},
	'list.exported': {},
	'session.opened': {},
	'session.code-asked': {},
	'session.confirmed': {},
	'second-factor.set': { told: ['named'] },
	'second-factor.ended': {},
	'session.ended': {},
	'password.set': { told: ['named'] },
	'installation.opened': {},
	'gate.wall-fired': {},
	'trail.adopted': {},
	'trail.held': {},
	'trail.bent': {},
	'key.introduced': {},
} as const satisfies Record<keyof RecordDetails, RecordDefinition>
